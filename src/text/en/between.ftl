# Between periods and between offices: never blocking, to be looked at and explained.

T704 = “{ $element }”: Lũy kế is { $now }, less than the { $least } reached by the end of { $period } (down by { $fall }). Kỳ này is not that far below zero, so within one count the cumulative figure cannot fall.{ $note }
    .title = Cumulative figure fell
    .why = Cumulative figures count from one day on, so they fall only where Kỳ này is negative; otherwise one of the two is wrong.
    .fix = Check the Lũy kế column of this period and of the one before; if earlier figures were revised downwards, say why in the Ghi chú column.
T705 = “{ $element }” says { $now }, but at the end of { $period } “{ $closing }” was { $before } (difference { $gap }). What is carried over must be what was left.{ $note }
    .title = Opening figure differs from the previous closing
    .why = Dossiers left at the end of a period are those carried over into the next; a difference means that some are missing or counted twice.
    .fix = Compare with the previous report and the dossier system and correct the wrong figure; if the previous period was revised, say why in the Ghi chú column.
T706 = { $office }: { $provided } flow figures (other than 0) of this period are exactly those of { $period }. The previous form may have been sent again without being filled in anew.
    .title = Figures unchanged since the previous period
    .why = The flows of two periods are hardly ever all the same; usually the old form was copied.
    .fix = Check every figure against this period's records and send the form again; if nothing changed indeed, say why in the Ghi chú column.
T707 = “{ $element }”: { $now } in this period, { $before } in { $period }, { $direction ->
        [up] up
       *[down] down
    } by { $change }{ $base ->
        [zero] . The previous figure is 0, so there is no percentage; the change is
       *[known] , which is { $percent }% of the previous figure and
    } beyond what needs an explanation (more than { $band }% and more than { $units } { $unit }).{ $note }
    .title = Large change since the previous period
    .why = A large change between two periods may be right, but is often a typing mistake; the plan sets the band (jump).
    .fix = Check the figure; if it is right, say in the Ghi chú column why it rose or fell.
T709 = “{ $element }” says { $now } { $unit }, { $period } said { $before }: about { $factor } times { $direction ->
        [up] as much
       *[down] less
    }. The unit may be wrong (đồng, nghìn đồng, triệu đồng, tỷ đồng).{ $note }
    .title = Unit may be wrong
    .why = Amounts about a thousand, a million or a milliard times apart usually come from đồng, nghìn đồng, triệu đồng and tỷ đồng being mixed up.
    .fix = Write the figure in the form's unit ({ $unit }); if the previous figure was wrong, enter a correction; if both are right, say why in the Ghi chú column.
O601 = { $offices } sent the same { $count } figures (all that are not 0 of the elements that these offices all report). One form may have been copied from another.
    .title = Offices with exactly the same figures
    .why = Two independent offices hardly ever agree in every figure.
    .fix = Ask each office to check its form against its own records and send it again; if the figures are right, accept them in input/plan/waivers.toml.

not-checked-no-period-before = no return for { $period } from { $offices }
not-checked-unit-slip = the unit of “{ $element }” may be wrong

between-note = {" "}The office explains: “{ $note }”.
between-previous = the previous period
not-checked-first-period = the first period of the plan: nothing to compare with

waived = Accepted, nothing to mend. Reason: { $reason } ({ $by }, until { $until }).
A910 = The waiver of { $provided } for { $scope } (until { $until }) meets no finding of this period.
    .title = Waiver without a finding
    .why = A waiver that is left over, or names the wrong office, element or cell, may one day hide another finding.
    .fix = If the figure was mended, delete the waiver from input/plan/waivers.toml; if it was misspelt, correct office, element or cell.
A911 = The waiver of { $provided } for { $scope } ended on { $until }, before the last day of { $period }; { $count } findings that it names still count.
    .title = Waiver lapsed
    .why = A waiver holds until its day; after that somebody must look whether the reason still does.
    .fix = If it does, extend until in input/plan/waivers.toml; if not, delete the waiver and have the figures mended.
