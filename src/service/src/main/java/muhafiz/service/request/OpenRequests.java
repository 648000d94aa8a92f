package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Condition;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.RequestsOnFiles;
import muhafiz.service.wall.Wall;

/** Whoever answers a request reads the files of the person who asks, while it is open, and once it is known who asks. */
@ApplicationScoped
class OpenRequests implements RequestsOnFiles {
    private final RequestRows rows;
    private final RequestText text;
    private final Persons persons;
    private final CaseRows cases;
    private final Wall wall;

    @Inject
    OpenRequests(RequestRows rows, RequestText text, Persons persons, CaseRows cases, Wall wall) {
        this.rows = rows;
        this.text = text;
        this.persons = persons;
        this.cases = cases;
        this.wall = wall;
    }

    @Override
    public Set<Condition> between(String number, CaseFile file) {
        return rows.find(number)
                .filter(row -> row.state().isOpen() && names(row, file))
                .map(row -> row.level() == Assurance.L2
                        ? Set.of(Condition.REQUEST_NUMBER, Condition.SUBJECT_IDENTITY_VERIFIED)
                        : Set.of(Condition.REQUEST_NUMBER))
                .orElse(Set.of());
    }

    private boolean names(RequestRow row, CaseFile file) {
        Set<UUID> who =
                text.open(row).map(said -> persons.same(Fields.persons(said))).orElse(Set.of());
        return wall.asArchive(
                "requests", () -> cases.parties(file.id()).stream().anyMatch(party -> who.contains(party.subjectId())));
    }
}
