"""English words of figures: changes, shares, targets, bounds and comparisons."""

from __future__ import annotations

CHANGES: dict[str, str] = {
    "share": (
        "share shares their_part its_part part_was part_had part_in_it accounted accounts accounting account "
        "proportion weight part portion made_up makes_up making_up of_the_total supplied_* took constitutes belongs "
        "part_of per_cent_of percent_of slice represents represented represent comprised comprises constituted "
        "constitute absorbed claims held comprising comprise occupies occupied captures captured stands_for stood_for "
        "forms formed contributes"
    ),
    "rise": (
        "rose exceeds_the exceeding exceeded_the_level rise rises risen rising grew grow growth grown growing "
        "increase increased increases increasing up jumped jump climbed climb climbing gained gain gains added adding "
        "soared surged surge expanded expansion more higher plus improved doubled tripled multiplied exceeding_the "
        "went_up picked_up advanced leapt hike gaining above quadrupled swelled skyrocketed ballooned boomed "
        "inched_up edged_up ticked_up strengthened recovered rebounded uptick upswing leap accelerated surging "
        "soaring rocketed quintupled sextupled trebled doubling tripling trebling quadrupling quintupling redoubled "
        "growing_by upsurge spike spiked spurt outstripped overtook lifted boosted extended advance advances rallied "
        "bounced_back mounted widened enlarged larger bigger upward outpaced upturn grows jumps climbs soars surges "
        "expands "
        "doubles triples quadruples improves accelerates leaps spikes strengthens rebounds recovers multiplies swells "
        "ramped_up shot_up crept_up notched_up inched_higher edged_higher augmented escalated upticks"
    ),
    "fall": (
        "fell fall fallen falling fewer dropped drop drops declined decline declining decreased decrease down slipped "
        "slip slid slide shrank shrunk shrinking contracted contraction lost lower less minus reduced reduction dip "
        "dipped slump slumped plunged plunge cut halved smaller weakened eased edged_down went_down collapsed sank "
        "tumbled below retreated shed plummeted nosedived decreasing downturn thinned weaker receded sagged dwindled "
        "diminished downward narrowed losing worse plunging tumbling slackened cooled halving shortfall fell_short "
        "short_of lagged backslid slashed dropped_off trimmed curtailed deteriorated depressed dwindling crashed "
        "crumbled falls declines decreases slumps plunges shrinks slides slips dips contracts sinks tumbles plummets "
        "narrows weakens halves eases retreats loses inched_down crept_down edged_lower inched_lower moderated "
        "plummeting slipping sliding slumping dropping softened subsided"
    ),
    "index": "growth_rate growth_rates growth_index volume_index",
    "level": "of_the_level of_last of_the_figure of_the_same of_its_level level of_the_previous of_the_first",
    "target": (
        "goal goals target targets targeted aim aims aimed aiming plan plans planned intend intends intended "
        "intention agree agreed agrees bring bringing raise raising boost reach reached_by intends_to mean_to mean "
        "set_the_task working_towards working_toward task tasked instructed want wants wanted ambition bar mark lift "
        "lifting achieve attained "
        "attain ready_to set_a milestone in_the_coming_years near_future medium_term look_to expand pledge pledged "
        "promised joint_statement benchmark threshold objective objectives roadmap vowed vow seek seeks shall eye "
        "eyes eyeing aspire aspires strive envisage envisages envisaged foresees commit committed undertake pursue "
        "resolved instruct strategy programme set_themselves will_be_brought to_reach to_be_raised "
        "to_be_brought to_be_increased should_reach should_exceed should_come_to is_to_reach bring_to take_trade "
        "taking_it_to bring_it_to"
    ),
    "goal": (
        "goal goals target targets targeted objective objectives ambition ambitions milestone benchmark aim aims "
        "pledge task planned_for set_a_goal roadmap shall eyes eyeing threshold mark"
    ),
    "forecast": (
        "forecast forecasts expect expects expected predicts predict prediction may might could would likely "
        "probably estimate_for sees imagine projected projection potential potentially perhaps believes warn warns "
        "simulation possible anticipate anticipates anticipated envision on_track outlook scenario hopes hoped "
        "foresee foresees predicted poised slated anticipating hoping estimates guess reckon reckons tends "
        "pessimistic optimistic hope every_chance good_chance chances opportunity_to capable_of"
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
    "about": (
        "about around nearly almost approximately roughly some circa practically just_under close_to approaching"
    ),
    "over": (
        "over more_than above exceeded exceeding surpassed passed at_least topped upwards_of no_less_than "
        "not_less_than slightly_over surpassing exceeds in_excess_of crossed"
    ),
    "under": "less_than under below up_to at_most fewer_than no_more_than not_even_reached no_more",
    "small": (
        "by to of for at with in on and or the a an which that it they its their this these thus so only just "
        "even already still mere not there"
    ),
}
