"""Serve a base, read-only, to clients of the Model Context Protocol: tools, resources and prompts.

`tools` is the table of tools, `listings` holds the functions behind them, and `items` the items of their answers;
`results` limits the size of a result. `server` is the only module that imports the SDK.
"""
