package muhafiz.domain.policy;

import java.util.Optional;

/**
 * Where a value of the policy comes from and how well it is founded.
 *
 * @param source source ids with places, several parted by "; "
 * @param mark as written, else the best its sources can bear, else assumed
 * @param benchmark what others do, where no law says
 * @param conflictsWith the source that says otherwise and what it says
 */
public record Footing(Optional<String> source, Mark mark, Optional<String> benchmark, Optional<String> conflictsWith) {

    public boolean isAssumed() {
        return mark == Mark.ASSUMED;
    }

    static Footing read(FieldReader at) {
        var source = at.maybeText("src");
        var mark = at.maybeWord("status", "mark (sourced, reported, unofficial, assumed)", Mark::of)
                .or(() -> source.flatMap(at.reading()::bestMark));
        return new Footing(
                source, mark.orElse(Mark.ASSUMED), at.maybeText("benchmark"), at.maybeText("conflicts_with"));
    }
}
