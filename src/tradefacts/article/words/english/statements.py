"""English words for who says it and what is denied, and phrases in which a word means something else."""

from __future__ import annotations

STATEMENTS: dict[str, str] = {
    "body": (
        "statistics statistical statisticians customs committee agency bureau ministry statistics_committee service "
        "administration books count counts reckoning office data authority national_bank central_bank state_bank "
        "development_bank monetary_authority"
    ),
    "official": (
        "president minister prime_minister ambassador deputy vice embassy consul head chairman chairwoman "
        "premier leader leaders government official officials delegation spokesman spokeswoman economist adviser "
        "envoy secretary expert analyst parliament side"
    ),
    "authority": "national_bank central_bank state_bank development_bank monetary_authority",
    "denial": (
        "denied deny denies rumours rumors rumour untrue false wrong mistaken invented corrected correction "
        "not_true erroneous erroneously instead_of misprint fake retracted refuted disputed_the myth hoax "
        "allegedly no_evidence unfounded exaggerated typo nonsense fabricated refutes contradicts mistakenly"
    ),
    "mask": (
        "trade_minister trade_ministry trade_and_economic trade_house trading_house trading_houses trade_houses "
        "trade_centre trade_center trading_partner trading_partners trade_partner trade_partners trade_representative "
        "free_trade trade_zone foreign_trade_ministry minister_of_trade ministry_of_trade trade_mission "
        "trade_relations trade_regime trade_fair trade_war trade_route trade_routes minister_of_foreign_trade "
        "and_foreign_trade and_trade_minister economy_and_trade industry_and_trade trade_and_integration "
        "balance_sheet supply_chain trade_monthly power_supply trade_agreement export_bank trade_bank "
        "trade_commission trade_wagon trade_talks import_duties export_duties export_duty import_duty trade_barriers "
        "trade_policy trade_specialists trade_zones retail_trade wholesale_trade retail_turnover wholesale_turnover "
        "retail_trade_turnover wholesale_trade_turnover retail_and_wholesale wholesale_and_retail_trade "
        "domestic_trade internal_trade online_trade street_trade currency_trading trading_day trading_session "
        "trading_floor trading_volume trading_volumes share_trading stock_trading e-commerce electronic_commerce "
        "chamber_of_commerce commerce_chamber trades_at trading_at traded_at trading_platform trading_system "
        "shares_traded trade_union trade_unions trading_house's trade_finance staff_turnover fund_balance "
        "cash_balance balance_of_power budget_deficit budget_surplus budget_gap fiscal_deficit fiscal_surplus "
        "fiscal_gap fiscal_balance current_account_deficit current_account_surplus current_account_balance "
        "capital_import capital_export export_credit export_insurance export_guarantees export_subsidies export_ban "
        "export_tax import_tax import_tariff export_tariff import_tariffs energy_deficit power_deficit "
        "power_shortfall water_deficit gas_deficit labour_deficit budget_shortfall exports_plus_imports "
        "imports_plus_exports"
    ),
    "epithet": (
        "gas-rich oil-rich energy-rich resource-rich gas-producing oil-producing cotton-producing cotton-growing "
        "gas-exporting oil-exporting gas-importing oil-importing energy-exporting energy-importing regional_forum "
        "regional_forums regional_conference regional_summit regional_meeting regional_cooperation "
        "regional_connectivity regional_stability regional_security regional_hub regional_issues regional_power "
        "regional_countries regional_states regional_economies regional_platform to_the_region for_the_region "
        "countries_of_the_region states_of_the_region countries_in_the_region states_in_the_region "
        "peace_in_the_region stability_in_the_region security_in_the_region hub_of_the_region hub_in_the_region "
        "across_the_region throughout_the_region wider_region entire_region whole_region our_region "
        "regional_integration fob_prices cif_prices in_fob in_cif current_prices constant_prices comparable_prices "
        "regional_council regional_partners regional_neighbours regional_neighbors inter-regional_forum "
        "interregional_forum forum_of_regions forum_of_the_regions council_of_regions a_month-on-month a_month_earlier "
        "a_month_before a_month_ago a_month_later"
    ),
    "merely": (
        "even_more more_steeply more_sharply more_slowly more_quickly more_strongly above_all all_the_more once_more"
    ),
    "office": (
        "heads_of_state heads_of_government commerce_and_industry trade_and_industry industry_and_commerce "
        "ministry_of_economy minister_of_economy economy_minister economy_ministry economy_and_commerce "
        "economy_and_trade economy_and_industry economy_and_finance investment_and_foreign ministry_of_investment "
        "minister_of_investment ministry_of_investments"
    ),
    "member": (
        "central_asian_country central_asian_nation central_asian_republic central_asian_state "
        "central_asian_neighbour central_asian_neighbor central_asian_partner central_asian_market "
        "central_asian_economy"
    ),
    "overall": (
        "goods_and_services including_services services_included goods_and_service exports_and_re-exports "
        "exports_including_re-exports "
        "exports_plus_re-exports"
    ),
}
