"""Agencies, the validity of their names, successors, standing groups. All with a post see them; keepers change them."""
