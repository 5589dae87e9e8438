"""English words of trade: flows, whose they are, and with whom."""

from __future__ import annotations

TRADE: dict[str, str] = {
    "turnover": (
        "trade turnover turned_over traded trading commerce exchanged_goods goods_exchange bought_and_sold "
        "commodity_circulation two-way_flow exchange_of_goods trade_flows trade_volume trade_volumes two-way_trade "
        "commercial_exchange exchange_with exchange_between trade_exchange mutual_exchange reciprocal_trade "
        "the_exchange commodity_turnover barter dealings two_way_trade goods_turnover merchandise_trade "
        "trade_in_goods trades did_business business_with mutual_deliveries mutual_supplies mutual_shipments "
        "bilateral_exchange commercial_exchanges trade_exchanges mutual_exchanges exchanges_of_goods "
        "commodity_exchange mutual_commerce trading_volume_between goods_trade"
    ),
    "export": ("export exports exported exporting exporter outbound exportation taken_out"),
    "import": "import imports imported importing inbound importation brought_into goods_arrived goods_arriving",
    "incoming": (
        "inbound_shipments inbound_deliveries incoming_shipments incoming_deliveries import_shipments "
        "import_deliveries import_supplies"
    ),
    "balance": (
        "balance deficit surplus trade_deficit trade_surplus trade_balance difference_between gap_between trade_gap "
        "trade_imbalance gap red_ink imbalance negative_balance positive_balance shortfall foreign_trade_gap "
        "commercial_deficit trade_shortfall negative_trade trade_surpluses deficits surpluses net_exports"
    ),
    "sell": (
        "sold dispatches sell sells sales sale selling supplied supply supplies supplying shipped ships shipments "
        "shipment sent deliveries delivery delivered delivers outflow send dispatched dispatch outbound_shipments "
        "exporters_earned firms_earned companies_earned "
        "consignments deliver supplier suppliers seller sellers shipping dispatching overseas_sales foreign_sales"
    ),
    "buy": (
        "bought buy buys buying purchases purchased purchase procured shopped received receives acquired importer "
        "importers buyer buyers purchaser purchasers shopping acquire procurement bought_in sourced sourcing "
        "absorbed absorbs had_taken took_in took_goods brought_in purchasing procuring procure acquiring receiving "
        "inflow_of_goods incoming_goods"
    ),
    "total": (
        "total overall all in_total altogether whole entire as_a_whole in_all together combined grand_total "
        "aggregate aggregated cumulative"
    ),
    "foreign": (
        "foreign external third_countries non-member_countries all_countries world worldwide abroad foreign_trade"
    ),
    "mutual": (
        "bilateral mutual two_countries both_countries parties two_sides two_states two_nations two_neighbours "
        "two_republics each_other"
    ),
    "reverse": (
        "return_flow other_direction opposite_direction in_return reverse return_direction in_exchange "
        "those_from_them those_from_it those_from_there"
    ),
    "inside": (
        "intra-regional intra_regional intra intra-union intra-bloc each_other with_itself among_themselves "
        "mutual_trade_within one_another"
    ),
    "outside": (
        "outside_the_cis outside_cis outside_the_eaeu outside_the_union outside_the_eu outside_the_bloc non-cis "
        "non-eaeu non-eu non-members third_countries all_others the_others others_for far_abroad"
    ),
    "across": "neighbour neighbor neighbours there partner counterpart partners",
    "wares": "goods products merchandise wares commodities",
    "agent": (
        "supplier suppliers seller sellers exporter exporters importer importers buyer buyers purchaser purchasers "
        "customer customers"
    ),
    "outlet": "destination destinations market markets source sources",
    "partner": "partner partners",
    "non_oil": "non-oil",
    "home": "country republic home our we us domestic national country's republic's its",
    "us": "our we us ours domestic",
    "first": "first former",
    "second": "second latter",
    "respectively": "respectively",
}
