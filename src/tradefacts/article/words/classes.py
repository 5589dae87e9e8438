"""The classes of the words of trade news, and groups of classes.

A word may be in several classes. They are features of the scores, so that a new one calls for new weights; what only
a single rule asks for is in the tables for rules.

| class | meaning |
|---|---|
| turnover, export, import, balance, sell, buy | a flow, or a verb of trading |
| share, rise, fall, level, index | what a percentage is; an index is a percentage of an earlier level |
| target, goal, forecast, reach | what is aimed at; a noun for it; what is expected; what was reached |
| against, same, repeat | comparison with an earlier figure; the same amount; a figure that is repeated |
| total, foreign | all goods of a country |
| goods, service, region, company, invest, cargo, price, people, economy | not the trade of two places |
| points, denial | not a claim: percentage points; what is denied |
| unit | nouns that are counted |
| body, authority, official | the reporter; a bank that counts trade; the speaker |
| office | ministries and chambers, whose names contain words of other classes |
| chance | what may be reached, which is no target: "can reach" |
| mask, merely, supposing, overall, that, unpriced | phrases in which a word of another class means something else |
| epithet | phrases that narrow nothing, in spite of their words: "gas-rich Turkmenistan", "a regional forum" |
| incoming | shipments that are imports |
| member | one place of a group, named before: "the Central Asian country" |
| rank | who comes first in the trade of another |
| ranking | phrases for the first of a list, which name no group: "the top five" |
| about, over, under | bounds |
| home, us | the place that a text is about; the speaker's |
| mutual, across, reverse | trade of two places; the other place; the opposite direction |
| inside, outside | trade inside a group, and outside it |
| wares | goods of any sort |
| agent, partner | who sells or buys: "the largest supplier"; who trades with the owner: "Kyrgyzstan's main partner" |
| outlet | after a flow, where goods go to or come from: "export markets" |
| non_oil | all trade of a country that counts it without oil |
| first, second, respectively | order |
| small | words of grammar, which are features as they are written |
"""

from __future__ import annotations

COUNTRY_CUES = frozenset({"turnover", "export", "import", "balance"})
"""Flows that, unlike sales and purchases, are hardly ever those of a shop or a company."""
FLOW_CUES = COUNTRY_CUES | {"sell", "buy"}
SCOPE_CUES = frozenset({"goods", "service", "region", "company", "invest", "cargo", "price", "people", "economy"})
"""They narrow a figure to something that is not the trade of two places."""
OTHER_CUES = SCOPE_CUES | {"points"}
CHANGE_CUES = frozenset({"rise", "fall"})
BOUND_CUES = frozenset({"about", "over", "under"})
