"""English words of trade news."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "turnover": (
        "trade turnover traded trading commerce exchanged_goods goods_exchange bought_and_sold "
        "commodity_circulation two-way_flow exchange_of_goods trade_flows trade_volume trade_volumes two-way_trade "
        "commercial_exchange exchange_with exchange_between trade_exchange mutual_exchange reciprocal_trade "
        "the_exchange commodity_turnover barter dealings two_way_trade goods_turnover merchandise_trade "
        "trade_in_goods trades did_business business_with mutual_deliveries mutual_supplies mutual_shipments "
        "bilateral_exchange mutual_commerce trading_volume_between goods_trade"
    ),
    "export": ("export exports exported exporting exporter outbound exportation"),
    "import": ("import imports imported importing inbound importation"),
    "balance": (
        "balance deficit surplus trade_deficit trade_surplus trade_balance difference_between gap_between trade_gap "
        "trade_imbalance gap red_ink imbalance negative_balance positive_balance shortfall foreign_trade_gap "
        "commercial_deficit trade_shortfall negative_trade trade_surpluses deficits surpluses net_exports"
    ),
    "sell": (
        "sold sell sells sales sale selling supplied supply supplies supplying shipped ships shipments shipment "
        "sent deliveries delivery delivered delivers outflow send dispatched dispatch outbound_shipments "
        "consignments deliver supplier suppliers seller sellers shipping dispatching overseas_sales foreign_sales "
        ""
    ),
    "buy": (
        "bought buy buys buying purchases purchased purchase procured shopped received receives acquired importer "
        "importers buyer buyers purchaser purchasers shopping acquire procurement bought_in sourced sourcing "
        "brought_in purchasing purchase procuring procure acquiring receiving inflow_of_goods incoming_goods"
    ),
    "share": (
        "share shares accounted accounts accounting account proportion weight part portion made_up makes_up "
        "making_up of_the_total supplied_* took constitutes belongs part_of per_cent_of percent_of slice represents "
        "represented represent comprised comprises constituted constitute absorbed claims held comprising comprise "
        "occupies occupied captures captured stands_for stood_for forms formed contributes"
    ),
    "rise": (
        "rose rise rises risen rising grew grow growth grown growing increase increased increases increasing up "
        "jumped jump climbed climb climbing gained gain gains added adding soared surged surge expanded expansion "
        "more higher plus improved doubled tripled multiplied exceeding_the went_up picked_up advanced leapt hike "
        "gaining above quadrupled swelled skyrocketed ballooned boomed inched_up edged_up ticked_up strengthened "
        "recovered rebounded uptick upswing leap accelerated surging soaring rocketed quintupled sextupled trebled "
        "doubling tripling trebling quadrupling quintupling redoubled growing_by upsurge spike spiked spurt "
        "outstripped overtook lifted boosted extended advance advances rallied bounced_back mounted widened "
        "enlarged larger upward outpaced upturn grows jumps climbs soars surges expands doubles triples quadruples "
        "improves accelerates leaps spikes strengthens rebounds recovers multiplies swells ramped_up shot_up "
        "crept_up notched_up inched_higher edged_higher augmented escalated upticks"
    ),
    "fall": (
        "fell fall fallen falling dropped drop drops declined decline declining decreased decrease down slipped "
        "slip slid slide shrank shrunk shrinking contracted contraction lost lower less minus reduced reduction dip "
        "dipped slump slumped plunged plunge cut halved smaller weakened eased edged_down went_down collapsed sank "
        "tumbled below retreated shed plummeted nosedived decreasing downturn thinned weaker receded sagged "
        "dwindled diminished downward narrowed losing worse plunging tumbling slackened cooled halving shortfall "
        "fell_short short_of lagged backslid slashed dropped_off trimmed curtailed deteriorated depressed dwindling "
        "crashed crumbled falls declines decreases slumps plunges shrinks slides slips dips contracts sinks tumbles "
        "plummets narrows weakens halves eases retreats loses inched_down crept_down edged_lower inched_lower "
        "moderated plummeting slipping sliding slumping dropping dips softened subsided"
    ),
    "index": "growth_rate growth_rates growth_index volume_index",
    "level": "of_the_level of_last of_the_figure of_the_same of_its_level level of_the_previous of_the_first",
    "target": (
        "goal goals target targets targeted aim aims aimed aiming plan plans planned intend intends intended "
        "intention agree agreed agrees bring bringing raise raising boost reach reached_by intends_to mean_to mean "
        "set_the_task task tasked instructed want wants wanted ambition bar mark lift lifting achieve attained "
        "attain ready_to set_a milestone in_the_coming_years near_future medium_term look_to expand pledge pledged "
        "promised joint_statement benchmark threshold objective objectives roadmap vowed vow seek seeks shall eye "
        "eyes eyeing aspire aspires strive envisage envisages envisaged foresees commit committed undertake pursue "
        "resolved instruct strategy programme set_themselves will_be_brought to_reach to_be_raised "
        "to_be_brought to_be_increased should_reach should_exceed should_come_to is_to_reach bring_to take_trade "
        "taking_it_to bring_it_to"
    ),
    "goal": (
        "goal goals target targets targeted objective objectives ambition ambitions milestone benchmark aim aims "
        "pledge task set_a_goal roadmap shall eyes eyeing threshold mark"
    ),
    "forecast": (
        "forecast forecasts expect expects expected predicts predict prediction may might could would likely "
        "probably estimate_for sees imagine projected projection potential potentially perhaps believes warn warns "
        "simulation possible anticipate anticipates anticipated envision on_track outlook scenario hopes hoped "
        "foresee foresees predicted poised slated anticipating hoping estimates guess reckon reckons tends "
        "pessimistic optimistic hope"
    ),
    "invest": (
        "investment investments invested invest investors investor inflow loan loans credit lend lends borrowed "
        "grant grants fund funds capital project projects debt budget contracts contract agreements deals deal bank "
        "banks remittances financed financing construction plant station pipeline railway dividend tender revenues "
        "payroll turnover_of_the_company remitted transferred duties taxes fdi assets stake stakes insurance "
        "charter revenue loans_of worth_of_projects portfolio humanitarian aid pledged memorandum memorandums "
        "worth_of_contracts tax fee customs_duties billion-dollar reserves payments sent_home injected equity "
        "tranche facility bond bonds eurobond subsidy subsidies royalties concession venture allocate allocated "
        "earmarked spend spent expenditure compensation collateral leasing mortgage lender lenders credit_line "
        "borrowing donors donor sovereign budgetary refinance repay repaid owed owes portfolio_of contracts_worth "
        "build built builds building complex warehouse hub park hotel school hospital profit profits net_profit "
        "earnings ebitda losses loss-making net_income net_loss shareholder shareholders ipo listing listed "
        "depositors lending refinanced creditor creditors sukuk coupon maturity disbursed disbursement "
        "disbursements repayment repayments guarantee guarantees audited acquisition takeover stake_in "
        "minority_stake commission_fee private_equity start-up_capital seed_round valuation issuer issued "
        "raised_from remittance money_transfers wire_transfers transfers shareholding co-finance co-financed "
        "co-financing feasibility_study renovation modernisation modernization refurbishment pledges aid_package "
        "debts external_debt public_debt arrears dam dams hydropower power_plant powerplant wind_farm solar_park "
        "highway motorway bridge tunnel expressway airport reconstruction rehabilitation metro line_of_credit "
        "credit_lines swap swap_line currency_swap microloans subsidized bailout privatization privatisation "
        "dividends money_transfer joint_projects direct_investment foreign_direct equities crowdfunding stimulus "
        "grant_funding financed_by co-funding"
    ),
    "cargo": (
        "tonnes tons tonne freight cargo containers container trains train transit transported transport lorries lorry "
        "trucks truck vehicles cars buses wagons passengers flights flight kilometres km miles hectares cubic metres "
        "meters mw gw teu litres barrels barrel kilowatt capacity rail railcars railcar vessels vessel kilowatt-hours "
        "hectare aircraft tonnage throughput hauliers haulage shuttle berth ferry ferries drivers pallets bags "
        "lorry-loads boeing airbus boeings airbuses crossings truckloads carriages sailings runway tankers locomotive "
        "megawatts kilowatts megawatt gigawatts reservoir cubic_kilometres cubic_metre square_metres square_kilometres "
        "acres ounces carats heads_of head_of tonne-kilometres border_crossing border_crossings"
    ),
    "goods": (
        "wheat flour grain gold oil gas cotton textile textiles cement electricity power coal copper uranium fruit "
        "fruits vegetables onions onion beans clothing garment garments food metals steel fertilisers fertilizers "
        "petroleum fuel machinery equipment agricultural cars vehicle tomatoes potatoes meat milk honey silk "
        "leather furniture chemicals chemical pharmaceuticals ore ferroalloys polypropylene tyres apples rice sugar "
        "carpets walnuts nuts livestock sheep seed non-commodity confectionery plastic excluding_gold without_gold "
        "condensate timber tobacco diesel bitumen medicines electronics phones cherries melons grapes apricots "
        "dried yarn polymers rapeseed barley sunflower oilseed flowers poultry eggs fish caviar motor_vehicles "
        "tractors buses pipes cable cables glass bricks shoes footwear socks jeans wool saffron pistachios raisins "
        "mulberries zinc aluminium ferrous titanium gas_condensate petrol kerosene coke antimony mercury lithium "
        "wheelbarrows toys smartphones wires ammonia urea potash sulphur yarns fabrics hides apparel tea coffee "
        "dairy cheese butter pasta flour-milling consumer_electronics uranium_concentrate non-oil locomotives "
        "turbines helicopters drones microchips chips semiconductors computers spare_parts lentils chickpeas "
        "watermelons lemons pomegranates figs plums peaches strawberries fertiliser fertilizer gasoline lpg lng "
        "manganese rebar batteries solar_panels vaccines cosmetics perfume jewellery jewelry rugs cigarettes beer "
        "wine vodka mineral_water juice cattle horses beef mutton chicken vegetable_oil chocolate sweets spices "
        "marble paper cardboard rubber tyre laptops appliances household_appliances minibuses sedans combines "
        "bearings crude crude_oil hydrocarbons petrochemicals salt alfalfa mung_beans pulses legumes hazelnuts "
        "almonds peanuts tomato potato cucumbers greenhouse_products garlic carrots cabbage pepper corn maize "
        "soybeans soya oats bran lamb ferrosilicon ferrochrome tin gallium rare_earths tungsten molybdenum rhenium "
        "sulfur sulfuric_acid phosphorus phosphate phosphates chrome chromium iron pig_iron cathodes wire slabs "
        "coils plastics polyethylene detergents tires lubricants jet_fuel naphtha fuel_oil pharma medical_devices "
        "engines agrochemicals pesticides seedlings granite limestone gypsum clinker ceramics tiles porcelain "
        "glassware mattresses knitwear denim hosiery cashmere gemstones diamonds precious_metals silver "
        "industrial_goods agri-food agri agro-industrial halal ready-made grain_crops vegetable_oils sunflower_oil "
        "oil_products petroleum_products plant_products mineral_products aluminum fiber fibers cotton_fiber "
        "ferroalloy sunflower_seeds chemicals_products vehicles_parts car_parts auto_parts"
    ),
    "region": (
        "region regions region's province oblast district city free_economic_zone zone special_economic_zone port "
        "contributed terminal checkpoint governorate municipality oblasts prefecture county xinjiang guangdong "
        "zhejiang sichuan shandong khorasan sughd khatlon tatarstan bavaria bashkortostan dagestan sverdlovsk "
        "chelyabinsk orenburg omsk kostanay shymkent karakalpakstan almaty_region districts provinces hokim akim "
        "mayor bazaar market_stalls city's akimat hokimiyat free_trade_zone dry_port capital's town towns village "
        "villages mahalla microdistrict bazaars township rayon rayons xinjiang_uygur autonomous_region guangxi "
        "shaanxi chongqing tashkent_city city_of prefectures municipalities khorezm namangan fergana andijan "
        "bukhara samarkand surkhandarya syrdarya jizzakh navoi kashkadarya issyk-kul jalal-abad batken naryn talas "
        "chui osh_region turkistan_region aktobe atyrau mangystau pavlodar karaganda zhambyl abai lebap "
        "dashoguz balkan_region"
    ),
    "company": (
        "company companies firm firms enterprise enterprises maker producer plant's factory factories holding "
        "joint_venture operator association brokerage brewery growers farmers supermarket chain corporation plc jsc "
        "llc ltd manufacturer manufacturers conglomerate smelter refinery mill mills dealer retailer retailers "
        "airline marketplace start-up workshop brand exporters_association entrepreneur farmer trader traders "
        "cooperative app platform lender_bank startup startups airlines carrier carriers hotelier developer "
        "contractor contractors consortium marketplaces boutique boutiques bakery dairy_farm winery distillery "
        "printing_house workshops seller supermarkets pharmacy pharmacies law_firm consultancy telecom telecoms "
        "insurer insurers bank's subsidiary subsidiaries unit_of owner owners start-ups microfinance monopolist "
        "state-owned shipbuilder carmaker carmakers steelmaker assembler exchange_house agroholding agro-holding "
        "dairy processors processor wholesaler wholesalers exporter_company mining_company oil_company kazmunaygas "
        "gazprom uzbekneftegaz rosatom"
    ),
    "price": (
        "price prices cost costs costing tariff kilogram ticket inflation salary wages earns rent rents fare premium "
        "wage pension exchange_rate apiece kilo tonne_of litre barrel rouble_rate fees toll tolls quotation discount "
        "exchange_rates quoted priced commission commissions rate_of_exchange per_kilo a_tonne a_barrel a_kilo "
        "an_ounce a_night a_month a_day per_tonne per_barrel per_night per_head salaries pensions bonus bonuses "
        "stipend earnings_per average_wage average_salary minimum_wage worth_per"
    ),
    "people": (
        "people population workers migrants employees tourists visitors pupils students jobs specialists residents "
        "participants guests passengers delegates inhabitants refugees women children voters viewers readers "
        "subscribers households pensioners graduates soldiers athletes patients staff arrivals holidaymakers "
        "travellers travelers pilgrims citizens nationals customers users clients seamstresses teachers doctors "
        "nurses miners engineers cardholders borrowers taxpayers settlers newcomers foreigners hikers skiers "
        "spectators attendees scholarship scholarships pupils' births deaths marriages labour_migrants "
        "migrant_workers voters' adults members_of_staff labour_force workforce inmates unemployed truckers "
        "tourists_from expatriates schoolchildren newborns families"
    ),
    "service": (
        "services tourism re-export re-exports re-exported reexport transit_services it_services software outsourcing "
        "freelancers tourism_services transport_services education_services medical_services roaming consulting hotel "
        "hotels resort resorts sanatorium travel_agencies royalties_for licences visas visa tickets subscription "
        "subscriptions streaming data_centre data_centres"
    ),
    "economy": (
        "gdp production industrial output economy budget inflation construction agriculture harvest yields index "
        "retail base_rate key_rate interest attendance sown unemployment poverty current_account money_supply "
        "car_production housing energy_consumption power_output wholesale supermarkets bourse securities depository "
        "index_points nasdaq kase stock_exchange stock_exchanges stock_market currency_exchange exchange's "
        "consumption household_income budget's fiscal deposits deposit mortgages monetary recession "
        "unemployment_rate birth_rate harvested irrigation gdp_growth retailing shops shopkeepers hryvnia_rate "
        "agriculture's sown_area yield gross_domestic_product per_capita fixed_capital value_added manufacturing "
        "mining_output livestock_production retail_sales consumer_prices fixed_assets housing_construction "
        "power_generation household_incomes industrial_production agricultural_production shadow_economy "
        "real_incomes gnp"
    ),
    "points": "points point percentage_point percentage_points pp",
    "denial": (
        "denied deny denies rumours rumors rumour untrue false wrong mistaken invented corrected correction "
        "not_true erroneous erroneously instead_of misprint fake retracted refuted disputed_the myth hoax "
        "allegedly no_evidence unfounded exaggerated typo nonsense fabricated refutes contradicts mistakenly"
    ),
    "against": (
        "since against from compared versus vs than after comparison earlier before previously previous instead "
        "up_from down_from year-earlier year-ago as_against in_contrast compared_to compared_with comparison_with "
        "comparison_to relative_to in_contrast_to in_contrast_with as_opposed_to"
    ),
    "same": "as_much as_well_as the_same same as_many equal identical likewise the_like like_amount",
    "repeat": "just_as_much the_same_amount the_same_sum the_same_again exactly_as_much",
    "reach": (
        "crossed amounted amounting totalled totaled totaling totalling reached reaching was were is are came "
        "made making stood exceeded exceeding surpassed passed hit hitting accounted equalled valued worth put "
        "fetched stand stands comprised recorded registered counted brought broke topped ran runs run_to ran_to "
        "worked_out added_up adds_up logged posted notched clocked tallied equaled settled_at measured came_in "
        "hovered hovering standing stays stayed remained attained constituted touched scaled"
    ),
    "total": (
        "total overall all in_total altogether whole entire as_a_whole in_all together combined grand_total "
        "aggregate aggregated cumulative"
    ),
    "foreign": "foreign external world worldwide abroad foreign_trade",
    "unit": (
        "documents document points items item days day hours hour companies enterprises firms projects project people "
        "jobs countries members pages km hectares tonnes employees students visitors vehicles lorries trucks times "
        "places delegates floors stalls books branches centres charts drivers seats sets permits cases cents soms "
        "tenge somoni pupils degrees percent_annual places_in containers families lots houses nights flights beds "
        "rooms seamstresses users customers subscribers residents patients residents' hours' barrels wagons trains "
        "planes aircraft flats apartments schools teachers doctors doses tourists guests passengers migrants citizens "
        "nationals heads sheep cows horses trees litres cubic square cards accounts loans calls parcels downloads "
        "views tickets tests arrivals pilgrims voters foreigners travellers"
    ),
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
    "mask": (
        "trade_minister trade_ministry trade_and_economic trade_house trading_house trading_houses trade_houses "
        "trade_centre trade_center trading_partner trading_partners trade_partner trade_partners trade_representative "
        "free_trade trade_zone foreign_trade_ministry minister_of_trade ministry_of_trade trade_mission "
        "trade_relations trade_regime trade_fair trade_war trade_route trade_routes minister_of_foreign_trade "
        "and_foreign_trade and_trade_minister economy_and_trade industry_and_trade trade_and_integration balance_sheet "
        "supply_chain trade_monthly power_supply trade_agreement export_bank trade_bank trade_commission trade_wagon "
        "trade_talks import_duties export_duties export_duty import_duty trade_barriers trade_policy trade_specialists "
        "trade_zones retail_trade wholesale_trade retail_turnover wholesale_turnover retail_trade_turnover "
        "wholesale_trade_turnover retail_and_wholesale wholesale_and_retail_trade domestic_trade internal_trade "
        "online_trade street_trade currency_trading trading_day trading_session trading_floor trading_volume "
        "trading_volumes share_trading stock_trading e-commerce electronic_commerce chamber_of_commerce "
        "commerce_chamber trades_at trading_at traded_at trading_platform trading_system shares_traded trade_union "
        "trade_unions trading_house's trade_finance staff_turnover fund_balance cash_balance balance_of_power "
        "budget_deficit budget_surplus budget_gap fiscal_deficit fiscal_surplus fiscal_gap fiscal_balance "
        "current_account_deficit current_account_surplus current_account_balance capital_import capital_export "
        "export_credit export_insurance export_guarantees export_subsidies export_ban export_tax import_tax "
        "import_tariff export_tariff import_tariffs energy_deficit power_deficit power_shortfall water_deficit "
        "gas_deficit labour_deficit budget_shortfall"
    ),
    "about": (
        "about around nearly almost approximately roughly some circa practically just_under close_to approaching"
    ),
    "over": (
        "over more_than above exceeded exceeding surpassed passed at_least topped upwards_of no_less_than "
        "not_less_than slightly_over surpassing exceeds in_excess_of crossed"
    ),
    "under": "less_than under below up_to at_most fewer_than no_more_than not_even_reached no_more",
    "first": "first former",
    "second": "second latter",
    "respectively": "respectively",
    "inside": (
        "intra-regional intra_regional intra intra-union intra-bloc each_other with_itself among_themselves "
        "mutual_trade_within one_another"
    ),
    "small": (
        "by to of for at with in on and or the a an which that it they its their this these thus so only just "
        "even already still mere not there"
    ),
    "home": "country republic home our we us domestic national country's republic's its",
    "us": "our we us ours domestic",
    "wares": "goods products merchandise wares",
    "mutual": (
        "bilateral mutual two_countries both_countries parties two_sides two_states two_nations two_neighbours "
        "two_republics each_other"
    ),
    "reverse": "return_flow other_direction opposite_direction in_return reverse return_direction in_exchange",
    "non_oil": "non-oil",
    "authority": "national_bank central_bank state_bank development_bank monetary_authority",
    "outlet": "destination destinations market markets source sources",
    "partner": "partner partners",
    "overall": "goods_and_services goods_and_service",
    "agent": (
        "supplier suppliers seller sellers exporter exporters importer importers buyer buyers purchaser purchasers "
        "customer customers"
    ),
    "across": "neighbour neighbor neighbours there partner counterpart partners",
}
