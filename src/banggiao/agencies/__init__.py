"""Agencies with the validity of their names, their successors and standing groups. All see them; administrators change them."""
