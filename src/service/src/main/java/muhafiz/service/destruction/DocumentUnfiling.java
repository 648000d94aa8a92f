package muhafiz.service.destruction;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Policy;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.config.Statements;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Obstacle;
import muhafiz.service.retention.Spent;

/**
 * Takes documents off the files, those of a hundred cases in one transaction: under the locks of their cases and of their own rows, each in
 * the order of ids, what nothing stands against goes, with an entry for each; what a hold or a restriction stands against is left alone,
 * and both a row and an entry say by which rule.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DocumentUnfiling {
    private static final int CASES = 100;

    private final Statements sql;
    private final DestructionRows orders;
    private final Guard guard;
    private final Spent spent;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    DocumentUnfiling(
            DataSource database,
            DestructionRows orders,
            Guard guard,
            Spent spent,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.sql = new Statements(database);
        this.orders = orders;
        this.guard = guard;
        this.spent = spent;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** Takes the next documents of the order, whose row the caller holds; false where none is left. */
    public boolean next(UUID order) {
        List<UUID> first = orders.next(order, Target.Kind.DOCUMENT, CASES);
        if (first.isEmpty()) {
            return false;
        }
        Set<UUID> cases = lockCases(first);
        Set<UUID> documents = new HashSet<>(orders.documentsIn(order, cases));
        if (!documents.isEmpty()) {
            take(order, documents);
            orders.done(order, Target.Kind.DOCUMENT, documents);
        }
        orders.done(order, Target.Kind.DOCUMENT, gone(first));
        return true;
    }

    private Set<UUID> lockCases(List<UUID> documents) {
        return new HashSet<>(
                sql.all("""
                select id from archive.case_file where id = any (
                    array(select distinct case_id from archive.document where id = any (?))) order by id for update""", row -> row.getObject(1, UUID.class), (Object) documents.toArray(UUID[]::new)));
    }

    /** What was moved to another case meanwhile has its turn there. */
    private List<UUID> gone(List<UUID> documents) {
        return sql.all(
                "select w.id from unnest(?) w (id) where archive.whole_sight() and not exists (select from archive.document d where d.id = w.id)",
                row -> row.getObject(1, UUID.class),
                (Object) documents.toArray(UUID[]::new));
    }

    private void take(UUID order, Collection<UUID> documents) {
        Map<UUID, List<Obstacle>> standing = guard.lock(documents);
        Policy policy = policies.policy();
        Map<UUID, String> rules = new HashMap<>();
        standing.forEach(
                (id, found) -> found.stream().findFirst().ifPresent(obstacle -> rules.put(id, obstacle.rule(policy))));
        List<Paper> papers = papers(standing.keySet());
        log.writeAll(acts(order, papers, rules));
        papers.stream()
                .filter(paper -> rules.containsKey(paper.id()))
                .forEach(paper -> orders.skipped(
                        order,
                        new Target(Target.Kind.DOCUMENT, paper.id()),
                        requireNonNull(rules.get(paper.id())),
                        clock.instant()));
        strike(
                order,
                papers.stream().filter(paper -> !rules.containsKey(paper.id())).toList());
    }

    /**
     * Strikes documents out whose rows and cases the caller holds, against none of which anything stands.
     *
     * @return their entries, still to be written
     */
    List<Act> strike(UUID order, Set<UUID> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        List<Paper> papers = papers(documents);
        List<Act> acts = acts(order, papers, Map.of());
        strike(order, papers);
        return acts;
    }

    /** @param rules what stands against those that are left alone */
    private List<Act> acts(UUID order, List<Paper> papers, Map<UUID, String> rules) {
        Map<UUID, List<CaseParty.Person>> parties = parties(papers);
        Policy policy = policies.policy();
        List<Act> acts = new ArrayList<>();
        for (Paper paper : papers) {
            Act.About about = new Act.About(
                    Concerned.among(policy.kind(paper.kind()), parties.getOrDefault(paper.caseFile(), List.of())),
                    Optional.of(paper.id()),
                    Optional.of(paper.caseFile()));
            acts.add(Entries.of(order, "document", about, Optional.ofNullable(rules.get(paper.id()))));
        }
        return acts;
    }

    /** What an entry says of a document. */
    private record Paper(UUID id, UUID caseFile, String kind) {}

    private List<Paper> papers(Set<UUID> documents) {
        return sql.all(
                "select id, case_id, kind from archive.document where id = any (?) order by id",
                row -> new Paper(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                (Object) documents.toArray(UUID[]::new));
    }

    private Map<UUID, List<CaseParty.Person>> parties(List<Paper> papers) {
        Map<UUID, List<CaseParty.Person>> parties = new HashMap<>();
        sql.all(
                "select case_id, subject_id, role from archive.case_party where case_id = any (?)",
                row -> parties.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new CaseParty.Person(row.getObject(2, UUID.class), row.getString(3))),
                (Object) papers.stream().map(Paper::caseFile).distinct().toArray(UUID[]::new));
        return parties;
    }

    private void strike(UUID order, List<Paper> going) {
        UUID[] ids = going.stream().map(Paper::id).toArray(UUID[]::new);
        orders.dying(order, List.of(ids), clock.instant());
        orders.items(order, spent.ofDocuments(List.of(ids)));
        strikeTokens(order, going);
        change("update archive.document set replaces = null where replaces = any (?)", ids);
        change("delete from archive.idempotency where document_id = any (?)", ids);
        change("delete from archive.document where id = any (?)", ids);
        // After the row: whoever adds evidence, a validity or a payment holds it, and has committed by now or finds it
        // gone.
        change("delete from archive.document_evidence where document_id = any (?)", ids);
        change("delete from archive.document_validity where document_id = any (?)", ids);
        change("delete from archive.document_word where document_id = any (?)", ids);
        change("delete from archive.payment where document_id = any (?)", ids);
    }

    /**
     * By the key of its tokens a case that goes on could still be asked whether these very bytes were there. It gets another one when the
     * next document comes.
     */
    private void strikeTokens(UUID order, List<Paper> going) {
        UUID[] cases = going.stream().map(Paper::caseFile).distinct().toArray(UUID[]::new);
        List<UUID> old = sql.all(
                "select token_leaf_id from archive.case_file where id = any (?) and token_leaf_id is not null",
                row -> row.getObject(1, UUID.class),
                (Object) cases);
        orders.items(order, old);
        change("""
                update archive.case_file set token_leaf_id = null, revision = revision + 1
                where id = any (?) and token_leaf_id is not null""", cases);
    }

    private void change(String statement, UUID[] ids) {
        sql.change(statement, (Object) ids);
    }
}
