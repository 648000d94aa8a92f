package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.request.Erasure;
import muhafiz.domain.request.Ground;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.destruction.Target;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.request.Persons.Part;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.LifeDates;
import muhafiz.service.retention.Obstacle;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.wall.Wall;

/**
 * Finds out, under the row locks that holds take, which of a person's documents may be destroyed because they ask for it, and orders that.
 * In the caller's transaction.
 */
@ApplicationScoped
class Erasing {
    private static final String GROUND = "request";
    private static final String GRANTED = "granted";
    private static final String DECISION = "decision_final";

    private static final String APPLICANT = "applicant";

    private final Persons persons;
    private final RequestRows rows;
    private final RequestText text;
    private final Restrictions restrictions;
    private final CaseRows cases;
    private final DocumentRows documents;
    private final Guard guard;
    private final LifeDates dates;
    private final Destruction destruction;
    private final PolicyInForce policies;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    Erasing(
            Persons persons,
            RequestRows rows,
            RequestText text,
            Restrictions restrictions,
            CaseRows cases,
            DocumentRows documents,
            Guard guard,
            LifeDates dates,
            Destruction destruction,
            PolicyInForce policies,
            Wall wall,
            InstantSource clock) {
        this.persons = persons;
        this.rows = rows;
        this.text = text;
        this.restrictions = restrictions;
        this.cases = cases;
        this.documents = documents;
        this.guard = guard;
        this.dates = dates;
        this.destruction = destruction;
        this.policies = policies;
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * What came of the tests.
     *
     * @param items by document or case; empty where nothing stands against it
     * @param order what was ordered; empty where nothing may go
     */
    record Tested(Map<Thing, Optional<Ground>> items, Optional<UUID> order) {}

    /** A document, or a case of which no document was left. */
    record Thing(UUID id, String what, String recordClass) {}

    /**
     * Who asks.
     *
     * @param by the account that decides
     */
    record Asker(Set<UUID> who, String by) {
        Asker {
            who = Set.copyOf(who);
        }
    }

    /** @param which of their files are meant */
    Tested erase(RequestKind kind, Asker asker, Predicate<CaseFile> which) {
        Set<UUID> who = asker.who();
        return wall.asArchive("requests", () -> {
            Map<UUID, List<Part>> byCase = persons.parts(who).stream()
                    .filter(part -> which.test(part.file()))
                    .collect(Collectors.groupingBy(part -> part.file().id(), LinkedHashMap::new, Collectors.toList()));
            Map<Thing, Optional<Ground>> items = new LinkedHashMap<>();
            List<Target> targets = new ArrayList<>();
            Set<UUID> left = new TreeSet<>(who);
            byCase.values().forEach(parts -> {
                Look look = new Look(kind, asker, parts.get(0).file());
                test(look, items);
                look.agree();
                targets.addAll(look.targets(left));
            });
            left.forEach(person -> targets.add(new Target(Target.Kind.PERSON, person)));
            boolean isAny = items.values().stream().anyMatch(Optional::isEmpty);
            return new Tested(items, isAny ? Optional.of(destruction.order(GROUND, targets)) : Optional.empty());
        });
    }

    /** One case, and what may go of it. */
    private final class Look {
        private final RequestKind kind;
        private final CaseFile file;
        private final boolean isAnothers;
        private final List<UUID> going = new ArrayList<>();
        private final Asker asker;
        private final Set<String> own = new TreeSet<>();
        private boolean goesWhole;

        Look(RequestKind kind, Asker asker, CaseFile file) {
            this.kind = kind;
            this.asker = asker;
            this.file = file;
            List<CaseParty> applicants = cases.parties(file.id()).stream()
                    .filter(party -> party.role().equals(APPLICANT))
                    .toList();
            this.isAnothers = applicants.isEmpty()
                    || applicants.stream().anyMatch(party -> !asker.who().contains(party.subjectId()));
        }

        /** Whoever asks for destruction agrees to the end of what they restricted, in the files of which something goes. */
        void agree() {
            if (goesWhole || !going.isEmpty()) {
                own.forEach(number -> restrictions.liftOn(file.id(), number, clock.instant(), asker.by()));
            }
        }

        /**
         * What holds it, but for what whoever asks restricted themselves, here or in all their files: nobody else is an applicant of this
         * one. What is another's stays in any case.
         *
         * @throws RefusedException {@code rebuild-running} for what somebody else restricted
         */
        Optional<UUID> hold(List<Obstacle> obstacles) {
            Optional<UUID> held = Optional.empty();
            for (Obstacle obstacle : obstacles) {
                if (obstacle instanceof Obstacle.Held one) {
                    held = held.or(() -> Optional.of(one.hold()));
                } else if (obstacle instanceof Obstacle.Restricted one && !isAnothers) {
                    requireOwn(one);
                }
            }
            return held;
        }

        private void requireOwn(Obstacle.Restricted restricted) {
            boolean isOwn = rows.find(restricted.because())
                    .flatMap(text::open)
                    .filter(said -> !Collections.disjoint(asker.who(), Fields.persons(said)))
                    .isPresent();
            if (!isOwn) {
                throw new RefusedException(
                        Refusal.REBUILD_RUNNING,
                        "what was rebuilt or restricted for another reason must be released first");
            }
            own.add(restricted.because());
        }

        /** @param alsoLeft gets whoever no case may name any more */
        Collection<Target> targets(Set<UUID> alsoLeft) {
            if (goesWhole) {
                alsoLeft.addAll(Concerned.all(cases.parties(file.id())));
                return List.of(new Target(Target.Kind.CASE, file.id()));
            }
            return going.stream()
                    .map(id -> new Target(Target.Kind.DOCUMENT, id))
                    .toList();
        }
    }

    private void test(Look look, Map<Thing, Optional<Ground>> items) {
        CaseFile file = cases.hold(look.file.id()).orElseThrow();
        List<Document> papers = documents.ofCase(file.id());
        Map<UUID, List<Obstacle>> standing =
                guard.lock(papers.stream().map(Document::id).toList());
        LifeDates.Dates days = dates.of(file.id());
        boolean isInUse = isInUse(file, days.ofCase());
        Map<UUID, Optional<Ground>> results = new HashMap<>();
        for (Document paper : papers) {
            Optional<Ground> refusal = refusal(
                    look,
                    new Erasure.Facts(
                            recordClass(paper.recordClass()),
                            look.hold(standing.getOrDefault(paper.id(), List.of())),
                            days.ofPapers().getOrDefault(paper.id(), Map.of()),
                            look.isAnothers,
                            isInUse));
            results.put(paper.id(), refusal);
            items.put(new Thing(paper.id(), "document", paper.recordClass()), refusal);
        }
        Optional<Ground> ofCase = refusal(
                look,
                new Erasure.Facts(
                        recordClass(file.recordClass()),
                        look.hold(guard.ofCase(file.id())),
                        days.ofCase(),
                        look.isAnothers,
                        isInUse));
        results.forEach((id, refusal) -> {
            if (refusal.isEmpty()) {
                look.going.add(id);
            }
        });
        look.goesWhole = ofCase.isEmpty() && look.going.size() == papers.size();
        if (papers.isEmpty() || (look.going.size() == papers.size() && ofCase.isPresent())) {
            items.put(new Thing(file.id(), "case", file.recordClass()), ofCase);
        }
    }

    private Optional<Ground> refusal(Look look, Erasure.Facts facts) {
        Policy policy = policies.policy();
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
        return Erasure.refusal(look.kind, facts, today);
    }

    private RecordClass recordClass(String id) {
        return policies.policy()
                .recordClass(id)
                .orElseThrow(() -> new IllegalStateException("a file of a class that the policy no longer has: " + id));
    }

    /** The office is at work on it, or what it granted may still stand. */
    private boolean isInUse(CaseFile file, Map<String, LocalDate> days) {
        boolean isGranted = cases.events(file.id()).stream()
                .filter(event -> event.type().equals(DECISION))
                .anyMatch(Erasing::isGrant);
        boolean hasEnded = recordClass(file.recordClass()).retention().triggers().stream()
                .filter(trigger -> !trigger.equals(DECISION))
                .anyMatch(days::containsKey);
        return file.state() == CaseState.IN_WORK || (file.state() == CaseState.DECIDED && isGranted && !hasEnded);
    }

    private static boolean isGrant(CaseEvent event) {
        return event.outcome().filter(GRANTED::equals).isPresent();
    }
}
