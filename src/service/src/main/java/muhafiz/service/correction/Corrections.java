package muhafiz.service.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.PartyCorrection;
import muhafiz.service.casefile.PartyCorrection.Change;
import muhafiz.service.config.Statements;
import muhafiz.service.disclosure.Disclosed;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.wall.Wall;

/** Corrects what cases say of a person, in each of the person's cases that the caller may correct. */
@ApplicationScoped
public class Corrections {
    private final Turn turn;

    @Inject
    Corrections(Turn turn) {
        this.turn = turn;
    }

    /**
     * Corrects one field of a person.
     *
     * @param change its evidence lies in the case
     * @throws RefusedException {@code not-found} where the caller may correct nothing about such a person; {@code malformed} where the
     *     field takes no such value, or the evidence is no document of the case
     */
    public void correct(Caller caller, UUID person, Change change) {
        try {
            turn.correct(caller, person, change);
        } catch (RefusedException refused) {
            turn.refused(caller, refused.refusal());
            throw refused;
        }
    }

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional
    public static class Turn {
        private static final String WORK = "corrections";

        private final CaseRows rows;
        private final CaseFields fields;
        private final CaseAccess access;
        private final PartyCorrection correction;
        private final Restrictions restrictions;
        private final DocumentRows documents;
        private final Disclosed disclosed;
        private final AccessLog log;
        private final Statements sql;
        private final Wall wall;

        @Inject
        Turn(
                CaseRows rows,
                CaseFields fields,
                CaseAccess access,
                PartyCorrection correction,
                Restrictions restrictions,
                DocumentRows documents,
                Disclosed disclosed,
                AccessLog log,
                DataSource database,
                Wall wall) {
            this.rows = rows;
            this.fields = fields;
            this.access = access;
            this.correction = correction;
            this.restrictions = restrictions;
            this.documents = documents;
            this.disclosed = disclosed;
            this.log = log;
            this.sql = new Statements(database);
            this.wall = wall;
        }

        public void correct(Caller caller, UUID person, Change change) {
            boolean isAny = false;
            for (UUID id : casesOf(person)) {
                CaseFile file = rows.hold(id).orElseThrow();
                AccessDecision decision = access.decide(caller, file, wish(file));
                if (decision.isAllowed()) {
                    correct(file, person, change);
                    log.write(entry(caller, file, Act.Outcome.done(decision.rule()), change.field()));
                    isAny = true;
                }
            }
            if (!isAny) {
                throw new RefusedException(Refusal.NOT_FOUND, "there is no such person");
            }
        }

        private CaseAccess.Wish wish(CaseFile file) {
            Optional<String> purpose = Optional.of(file.provenance().purpose());
            CaseAccess.Wish wish = new CaseAccess.Wish(
                    Action.CORRECT,
                    file.recordClass(),
                    Optional.empty(),
                    purpose,
                    Optional.of(fields.numberOf(file).toString()));
            return restrictions.standingOn(file.id(), purpose).isPresent() ? wish.ofWhatIsRestricted() : wish;
        }

        /**
         * Carries out what was decided on a person's request, in every case of theirs that holds the evidence; in the same transaction.
         *
         * @return how many cases were corrected
         */
        @Transactional(Transactional.TxType.MANDATORY)
        public int decided(Set<UUID> persons, Change change) {
            return wall.asArchive(WORK, () -> {
                int corrected = 0;
                for (UUID person : persons) {
                    for (UUID id : casesOf(person)) {
                        CaseFile file = rows.hold(id).orElseThrow();
                        if (documents.ofCase(id).stream()
                                .anyMatch(one -> one.id().equals(change.evidence()))) {
                            correct(file, person, change);
                            corrected++;
                        }
                    }
                }
                return corrected;
            });
        }

        private void correct(CaseFile file, UUID person, Change change) {
            for (CaseParty party : rows.parties(file.id())) {
                if (party.subjectId().equals(person)) {
                    correction.correct(file, party, change);
                }
            }
            disclosed.changed(
                    documents.ofCase(file.id()).stream().map(Document::id).toList(), Disclosed.Because.CORRECTED);
        }

        private List<UUID> casesOf(UUID person) {
            return wall.asArchive(
                    WORK,
                    () -> sql.all(
                            "select distinct case_id from archive.case_party where subject_id = ? order by case_id",
                            row -> row.getObject(1, UUID.class),
                            person));
        }

        public void refused(Caller caller, Refusal refusal) {
            log.write(new Act(
                    caller,
                    "denied",
                    Act.Ground.NONE,
                    Act.Outcome.denied("correction." + refusal.code()),
                    Act.About.NOBODY,
                    Map.of("asked", Action.CORRECT.word())));
        }

        private Act entry(Caller caller, CaseFile file, Act.Outcome outcome, String field) {
            Set<UUID> persons = Concerned.all(rows.parties(file.id()));
            return new Act(
                    caller,
                    Action.CORRECT.word(),
                    new Act.Ground(
                            file.provenance().purpose(), file.provenance().basis()),
                    outcome,
                    new Act.About(persons, Optional.empty(), Optional.of(file.id())),
                    Map.of("field", field));
        }
    }
}
