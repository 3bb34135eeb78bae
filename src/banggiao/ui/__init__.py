"""The look of every page: base template, components, assets. It owns no rows and knows no other app."""
