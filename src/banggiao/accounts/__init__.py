"""People, their posts and roles, invitations and sign-in; decides who acts. Everybody enters; administrators manage."""
