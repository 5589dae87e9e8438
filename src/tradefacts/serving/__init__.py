"""Serve a base to programs that speak the Model Context Protocol: tools, resources and prompts, read-only.

`tools` is the table of tools, `listings` what they ask, `items` what their answers are made of; `results` keeps an
answer small. `server` is the only module that knows the SDK.
"""
