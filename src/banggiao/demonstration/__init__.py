"""The demonstration: tỉnh Lam Giang with people, plans and progress, for whoever wants to see the application filled.

`story.txt` tells what happened and `people.txt` to whom; `loading.demonstration_load` makes it happen through the same
services that pages use, up to the day of loading. Nothing here is used where a real province is kept.
"""
