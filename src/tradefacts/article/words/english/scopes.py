"""English words for what is no trade of two places."""

from __future__ import annotations

SCOPES: dict[str, str] = {
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
        "tonnes tons tonne freight cargo containers container trains train transit transported transport lorries "
        "lorry trucks truck vehicles cars buses wagons passengers flights flight kilometres km miles hectares cubic "
        "metres meters mw gw teu litres barrels barrel kilowatt capacity rail railcars railcar vessels vessel "
        "kilowatt-hours hectare aircraft tonnage throughput hauliers haulage shuttle berth ferry ferries drivers "
        "pallets bags lorry-loads boeing airbus boeings airbuses crossings truckloads carriages sailings runway "
        "tankers locomotive megawatts kilowatts megawatt gigawatts reservoir cubic_kilometres cubic_metre "
        "square_metres square_kilometres acres ounces carats head_of_cattle heads_of_cattle head_of_sheep "
        "heads_of_sheep head_of_livestock tonne-kilometres border_crossing "
        "border_crossings"
    ),
    "region": (
        "region regions region's province oblast district city free_economic_zone zone special_economic_zone port "
        "terminal checkpoint governorate municipality oblasts prefecture county xinjiang guangdong zhejiang sichuan "
        "shandong khorasan sughd khatlon tatarstan bavaria bashkortostan dagestan sverdlovsk chelyabinsk orenburg "
        "omsk kostanay shymkent karakalpakstan almaty metropolis metropolitan municipal regional almaty_region "
        "districts provinces hokim akim mayor bazaar market_stalls city's akimat hokimiyat free_trade_zone dry_port "
        "capital's town towns village villages mahalla microdistrict bazaars township rayon rayons xinjiang_uygur "
        "autonomous_region guangxi shaanxi chongqing tashkent_city city_of prefectures municipalities khorezm "
        "namangan fergana andijan bukhara samarkand surkhandarya syrdarya jizzakh navoi kashkadarya issyk-kul "
        "jalal-abad batken naryn talas chui osh_region turkistan_region aktobe atyrau mangystau pavlodar karaganda "
        "zhambyl abai lebap dashoguz balkan_region"
    ),
    "company": (
        "company companies firm firms enterprise enterprises maker producer plant's factory factories holding "
        "joint_venture operator association brokerage brewery growers farmers supermarket chain corporation plc jsc "
        "llc ltd manufacturer manufacturers conglomerate smelter refinery mill mills dealer retailer retailers "
        "airline marketplace start-up workshop brand exporters_association entrepreneur farmer trader traders "
        "cooperatives app platform lender_bank startup startups airlines carrier carriers hotelier developer "
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
}
