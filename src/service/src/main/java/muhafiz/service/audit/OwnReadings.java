package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.PublicPart;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.ProvenEntry;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.Published;
import muhafiz.service.log.PersonLog;
import muhafiz.service.log.PersonLog.Told;
import muhafiz.service.log.TreeRows;

/**
 * A person's own listing: who looked at the file, when, for what purpose, of which unit and role; no names. Within the transaction of
 * whoever may see it and writes the entry of that.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OwnReadings {
    private final PersonLog persons;
    private final Proofs proofs;
    private final TreeRows tree;

    @Inject
    OwnReadings(PersonLog persons, Proofs proofs, TreeRows tree) {
        this.persons = persons;
        this.proofs = proofs;
        this.tree = tree;
    }

    /**
     * One act that concerned the person.
     *
     * @param what the policy's word, such as {@code read_content}
     * @param unit of whoever acted; empty where there is none
     */
    public record OwnReading(
            Instant at,
            String what,
            String purpose,
            String basis,
            String role,
            String unit,
            String outcome,
            Optional<UUID> document) {
        private static OwnReading of(Told told) {
            PublicPart shown = told.found().leaf().publicPart();
            return new OwnReading(
                    Instant.ofEpochSecond(shown.epochSecond()),
                    shown.action(),
                    shown.purpose(),
                    shown.basis(),
                    shown.role(),
                    told.inside().more().getOrDefault("unit", ""),
                    shown.outcome(),
                    told.inside().document());
        }
    }

    /** Oldest first; none where the person is unknown or forgotten. */
    public List<OwnReading> of(UUID person) {
        return persons.of(person).stream()
                .flatMap(year -> year.entries().stream())
                .map(OwnReading::of)
                .sorted(Comparator.comparing(OwnReading::at))
                .toList();
    }

    /** The same with its proofs, as far as the newest checkpoint reaches; empty where there is no checkpoint yet. */
    public Optional<PersonListing> proven(UUID person) {
        return proofs.newest().map(shown -> {
            List<PersonListing.Year> years = new ArrayList<>();
            List<ProvenEntry> entries = new ArrayList<>();
            for (PersonLog.Year year : persons.of(person)) {
                long count = covered(year, shown);
                years.add(new PersonListing.Year(year.year(), year.tagKey(), count));
                year.entries().stream()
                        .filter(told -> told.n() <= count)
                        .forEach(told -> entries.add(proven(told, shown)));
            }
            return new PersonListing(shown.note(), years, entries);
        });
    }

    /** So many entries, counted from the first, of which none waits for a checkpoint; one that is missing counts. */
    private static long covered(PersonLog.Year year, Published shown) {
        return year.entries().stream()
                .filter(told -> told.found().seq().orElse(Long.MAX_VALUE) >= shown.size())
                .mapToLong(told -> told.n() - 1)
                .min()
                .orElse(year.count());
    }

    private ProvenEntry proven(Told told, Published shown) {
        long place = told.found().seq().orElseThrow();
        return new ProvenEntry(
                place,
                told.found().leaf(),
                Optional.of(told.inside()),
                InclusionProof.of(place, shown.size(), tree).path());
    }
}
