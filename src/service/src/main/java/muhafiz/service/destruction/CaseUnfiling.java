package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Policy;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.notice.Notices;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Obstacle;
import muhafiz.service.retention.Spent;

/**
 * Takes cases off the files, many in one transaction: under the locks of their rows and of their documents', each in the order of ids. A
 * case goes whole or not at all; what a hold or a restriction stands against, be it against one of its documents, is left alone, and both a
 * row and an entry say by which rule.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CaseUnfiling {
    private final Statements sql;
    private final DestructionRows orders;
    private final DocumentUnfiling documents;
    private final Guard guard;
    private final Spent spent;
    private final CaseRows cases;
    private final NumberIndex index;
    private final ServiceKeys serviceKeys;
    private final Notices notices;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    CaseUnfiling(
            DataSource database,
            DestructionRows orders,
            DocumentUnfiling documents,
            Guard guard,
            Spent spent,
            CaseRows cases,
            NumberIndex index,
            ServiceKeys serviceKeys,
            Notices notices,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.sql = new Statements(database);
        this.orders = orders;
        this.documents = documents;
        this.guard = guard;
        this.spent = spent;
        this.cases = cases;
        this.index = index;
        this.serviceKeys = serviceKeys;
        this.notices = notices;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** With their documents. Those that are gone already are passed over. */
    public void take(UUID order, Collection<UUID> wanted) {
        Set<UUID> locked = lock(wanted);
        List<Paper> papers = papers(locked);
        Map<UUID, String> standing = standing(locked, papers);
        Map<UUID, List<CaseParty>> parties = parties(locked);
        List<Act> acts = new ArrayList<>();
        standing.forEach((file, rule) -> {
            Target what = new Target(Target.Kind.CASE, file);
            orders.skipped(order, what, rule, clock.instant());
            acts.add(Entries.left(order, what.kind().code(), about(file, parties), rule));
        });
        locked.removeAll(standing.keySet());
        Set<UUID> going = papers.stream()
                .filter(paper -> locked.contains(paper.caseFile()))
                .map(Paper::id)
                .collect(Collectors.toSet());
        acts.addAll(documents.strike(order, going));
        locked.forEach(file -> acts.add(Entries.gone(order, "case", about(file, parties))));
        if (!locked.isEmpty()) {
            strike(order, locked);
        }
        log.writeAll(acts);
    }

    /** Those of which no document is left; the others stay. */
    public void takeEmpty(UUID order, Collection<UUID> wanted) {
        Set<UUID> empty = lock(wanted);
        papers(empty).forEach(paper -> empty.remove(paper.caseFile()));
        take(order, empty);
    }

    private Set<UUID> lock(Collection<UUID> wanted) {
        return new HashSet<>(sql.all(
                "select id from archive.case_file where id = any (?) order by id for update",
                row -> row.getObject(1, UUID.class),
                (Object) wanted.toArray(UUID[]::new)));
    }

    private record Paper(UUID id, UUID caseFile) {}

    private List<Paper> papers(Set<UUID> files) {
        return sql.all(
                "select id, case_id from archive.document where case_id = any (?) and archive.whole_sight()",
                row -> new Paper(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                (Object) files.toArray(UUID[]::new));
    }

    /** By case the first rule that stands against it; nothing stands against those that are missing. */
    private Map<UUID, String> standing(Set<UUID> files, List<Paper> papers) {
        Policy policy = policies.policy();
        Map<UUID, String> rules = new TreeMap<>();
        Map<UUID, List<Obstacle>> ofPapers =
                guard.lock(papers.stream().map(Paper::id).toList());
        for (Paper paper : papers) {
            ofPapers.getOrDefault(paper.id(), List.of()).stream()
                    .findFirst()
                    .ifPresent(obstacle -> rules.putIfAbsent(paper.caseFile(), obstacle.rule(policy)));
        }
        guard.ofCases(files)
                .forEach((file, found) -> rules.putIfAbsent(file, found.get(0).rule(policy)));
        return rules;
    }

    private Map<UUID, List<CaseParty>> parties(Set<UUID> files) {
        return files.isEmpty()
                ? Map.of()
                : cases.partiesOf(files).stream().collect(Collectors.groupingBy(CaseParty::caseId));
    }

    private static Act.About about(UUID file, Map<UUID, List<CaseParty>> parties) {
        return new Act.About(Concerned.all(parties.getOrDefault(file, List.of())), Optional.empty(), Optional.of(file));
    }

    private void strike(UUID order, Set<UUID> going) {
        orders.dyingCases(order, going, clock.instant());
        orders.items(order, serviceKeys.retireAttempts());
        orders.items(order, notices.forget(going));
        List<CaseFile> files = cases.find(going);
        index.remove(files);
        orders.items(order, spent.ofCases(going));
        cases.remove(files);
    }
}
