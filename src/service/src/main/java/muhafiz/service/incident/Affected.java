package muhafiz.service.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.document.Document;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.PublicPart;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.Actors;
import muhafiz.service.log.Found;
import muhafiz.service.log.FoundRows;
import muhafiz.service.log.LogFilter;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.PersonLog;
import muhafiz.service.log.PersonWalk;
import muhafiz.service.wall.Wall;

/** What the log tells of an incident, in the caller's transaction. What is forgotten it does not tell. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Affected {
    private static final String ARCHIVE = "archive";
    private static final String WORK = "incidents";
    private static final int PAGE = 5000;

    private final CaseLookup lookup;
    private final CaseRows cases;
    private final DocumentRows documents;
    private final PersonLog persons;
    private final PersonWalk walk;
    private final FoundRows found;
    private final MonthKeys months;
    private final Actors.Names names;
    private final Wall wall;

    @Inject
    Affected(
            CaseLookup lookup,
            CaseRows cases,
            DocumentRows documents,
            PersonLog persons,
            PersonWalk walk,
            FoundRows found,
            MonthKeys months,
            Actors.Names names,
            Wall wall) {
        this.lookup = lookup;
        this.cases = cases;
        this.documents = documents;
        this.persons = persons;
        this.walk = walk;
        this.found = found;
        this.months = months;
        this.names = names;
        this.wall = wall;
    }

    /** An act that touches the incident. */
    record Touch(
            Instant at,
            String what,
            String outcome,
            String purpose,
            Reader by,
            UUID subject,
            Optional<UUID> caseFile,
            Optional<UUID> document) {
        boolean isDone() {
            return outcome.equals("done");
        }
    }

    /**
     * Who acted.
     *
     * @param account empty for strangers, or where the month's names are gone
     * @param unit empty where there is none
     */
    record Reader(Optional<String> account, String role, String unit) {}

    /** Oldest first. */
    List<Touch> by(NewIncident incident) {
        return wall.asArchive(WORK, () -> {
            NewIncident.Concerns concerns = incident.concerns();
            LogFilter filter = filter(incident);
            Set<UUID> files = concerns.cases().stream()
                    .flatMap(number -> lookup.find(number).stream())
                    .map(file -> file.id())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Touch> touches = new ArrayList<>();
            told(concerns, files, filter)
                    .forEach((person, told) -> told.stream()
                            .filter(one -> filter.takes(one.found().leaf()))
                            .filter(one -> touches(concerns, files, person, one.inside()))
                            .map(one -> touch(person, one))
                            .filter(one -> !one.by().role().equals(ARCHIVE))
                            .forEach(touches::add));
            touches.sort(Comparator.comparing(Touch::at));
            return touches;
        });
    }

    private LogFilter filter(NewIncident incident) {
        return new LogFilter(
                incident.concerns()
                        .account()
                        .map(name -> months.pseudonyms(name, Optional.of(incident.from()), Optional.of(incident.to()))),
                Optional.empty(),
                Optional.of(incident.from()),
                Optional.of(incident.to()));
    }

    private Map<UUID, List<PersonLog.Told>> told(NewIncident.Concerns concerns, Set<UUID> files, LogFilter filter) {
        if (concerns.isNoThing()) {
            return walk.whose(all(filter));
        }
        return whom(concerns, files).stream()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> persons.of(person).stream()
                                .flatMap(year -> year.entries().stream())
                                .toList()));
    }

    private List<Found> all(LogFilter filter) {
        List<Found> all = new ArrayList<>(found.waiting(filter));
        List<Found> page = found.page(filter, -1, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = found.page(filter, page.get(page.size() - 1).seq().orElseThrow(), PAGE);
        }
        return all;
    }

    /** In whose logs the acts are that touched these things. */
    private Set<UUID> whom(NewIncident.Concerns concerns, Set<UUID> files) {
        Set<UUID> whom = new TreeSet<>(concerns.subjects());
        files.forEach(file -> whom.addAll(Concerned.all(cases.parties(file))));
        concerns.documents().stream()
                .flatMap(id -> documents.find(id).stream())
                .map(Document::caseId)
                .forEach(file -> whom.addAll(Concerned.all(cases.parties(file))));
        return whom;
    }

    private static boolean touches(NewIncident.Concerns concerns, Set<UUID> files, UUID person, Inside inside) {
        return concerns.isNoThing()
                || concerns.subjects().contains(person)
                || inside.document().filter(concerns.documents()::contains).isPresent()
                || inside.caseFile().filter(files::contains).isPresent();
    }

    private Touch touch(UUID person, PersonLog.Told told) {
        PublicPart shown = told.found().leaf().publicPart();
        return new Touch(
                Instant.ofEpochSecond(shown.epochSecond()),
                shown.action(),
                shown.outcome(),
                shown.purpose(),
                new Reader(
                        names.of(shown.actor()),
                        shown.role(),
                        told.inside().more().getOrDefault("unit", "")),
                person,
                told.inside().caseFile(),
                told.inside().document());
    }
}
