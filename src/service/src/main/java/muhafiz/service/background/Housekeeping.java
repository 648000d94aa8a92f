package muhafiz.service.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.access.Attempts;
import muhafiz.service.amendment.TakingEffect;
import muhafiz.service.audit.LogDecisions;
import muhafiz.service.audit.LogRetention;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.AccessSweep;
import muhafiz.service.casefile.IndexRenewal;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.checkpoint.TileCare;
import muhafiz.service.consent.Consents;
import muhafiz.service.custody.KeyRotation;
import muhafiz.service.disclosure.DisclosureSweep;
import muhafiz.service.disposition.PreNoticing;
import muhafiz.service.document.Removal;
import muhafiz.service.imports.SpentImports;
import muhafiz.service.incident.Incidents;
import muhafiz.service.inspect.ReadingQueue;
import muhafiz.service.intake.ExpiredRepeats;
import muhafiz.service.intake.OrphanSweep;
import muhafiz.service.keys.Compaction;
import muhafiz.service.keys.Rotation.Rotated;
import muhafiz.service.keys.SpentKeys;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.mail.Mailbox;
import muhafiz.service.mail.Postman;
import muhafiz.service.malware.Scanner;
import muhafiz.service.notice.NoticeSweep;
import muhafiz.service.request.RequestRetention;
import muhafiz.service.search.BorderQueries;
import muhafiz.service.technical.TechnicalData;
import muhafiz.service.upload.SpentUploads;

/** What is tidied by itself: orphaned objects, expired request names, old attempts, a lost index. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final OrphanSweep orphans;
    private final Removal removal;
    private final ExpiredRepeats repeats;
    private final Attempts attempts;
    private final NumberIndex index;
    private final IndexRenewal indexes;
    private final KeyRotation rotation;
    private final SpentKeys spentKeys;
    private final Compaction compaction;
    private final LogRetention logTerm;
    private final LogDecisions decisions;
    private final BorderQueries border;
    private final Witness witness;
    private final TileCare tiles;
    private final PreNoticing preNotices;
    private final AccessSweep access;
    private final TakingEffect policies;
    private final RequestRetention requests;
    private final DisclosureSweep disclosures;
    private final Incidents incidents;
    private final NoticeSweep notices;
    private final Consents consents;
    private final TechnicalData technical;
    private final Postman postman;
    private final Mailbox mailbox;
    private final SpentUploads uploads;
    private final SpentImports imports;
    private final Scanner scanner;
    private final ReadingQueue queue;

    @Inject
    Housekeeping(
            OrphanSweep orphans,
            Removal removal,
            ExpiredRepeats repeats,
            Attempts attempts,
            NumberIndex index,
            IndexRenewal indexes,
            KeyRotation rotation,
            SpentKeys spentKeys,
            Compaction compaction,
            LogRetention logTerm,
            LogDecisions decisions,
            BorderQueries border,
            Witness witness,
            TileCare tiles,
            PreNoticing preNotices,
            AccessSweep access,
            TakingEffect policies,
            RequestRetention requests,
            DisclosureSweep disclosures,
            Incidents incidents,
            NoticeSweep notices,
            Consents consents,
            TechnicalData technical,
            Postman postman,
            Mailbox mailbox,
            SpentUploads uploads,
            SpentImports imports,
            Scanner scanner,
            ReadingQueue queue) {
        this.orphans = orphans;
        this.removal = removal;
        this.repeats = repeats;
        this.attempts = attempts;
        this.index = index;
        this.indexes = indexes;
        this.rotation = rotation;
        this.spentKeys = spentKeys;
        this.compaction = compaction;
        this.logTerm = logTerm;
        this.decisions = decisions;
        this.border = border;
        this.witness = witness;
        this.tiles = tiles;
        this.preNotices = preNotices;
        this.access = access;
        this.policies = policies;
        this.requests = requests;
        this.disclosures = disclosures;
        this.incidents = incidents;
        this.notices = notices;
        this.consents = consents;
        this.technical = technical;
        this.postman = postman;
        this.mailbox = mailbox;
        this.uploads = uploads;
        this.imports = imports;
        this.scanner = scanner;
        this.queue = queue;
    }

    /** Throws where a holder of the roots is away; the task is tried again. */
    void rotateKeys() {
        Rotated rotated = rotation.nightly(Caller.archive(Randoms.id().toString()));
        LOG.log(
                Level.INFO,
                "the keys'' epoch is {0}, {1} roots are alive",
                Long.toString(rotated.epoch()),
                rotated.rootsAlive());
        tell(indexes.nightly());
        LOG.log(Level.INFO, "of the keys'' sparse pages {0} were merged away", compaction.compact());
    }

    void sweep() {
        int objects = orphans.sweep() + removal.sweep();
        int names = repeats.sweep();
        int old = attempts.sweep();
        tell(spentKeys.sweep());
        tell("keys of uploads destroyed", uploads.sweep());
        tell("keys of imports destroyed", imports.sweep());
        if (scanner.isOn()) {
            LOG.log(Level.INFO, "{0} documents wait for the scanner", queue.addUnscanned());
        }
        int details = logTerm.sweep();
        decisions.sweep();
        LOG.log(Level.INFO, "units were told of {0} files that end soon", preNotices.sweep());
        LOG.log(Level.INFO, "applicants were told of {0} cases that are late", notices.sweep());
        LOG.log(Level.INFO, "{0} consents have ended by themselves", consents.sweep());
        LOG.log(Level.INFO, "technical data of {0} days has ended", technical.sweep());
        access.sweep();
        border.sweep();
        requests.sweep();
        incidents.sweep();
        LOG.log(Level.INFO, "swept {0} keys of disclosures", disclosures.sweep());
        LOG.log(
                Level.INFO,
                "swept {0} objects, {1} request names, {2} attempts, {3} keys of the log",
                objects,
                names,
                old,
                details);
        LOG.log(Level.INFO, "swept {0} partial tiles of the log, put {1} again", tiles.sweep(), tiles.mend());
    }

    /** That keys of days that have passed, or of former indexes, were destroyed is an entry. */
    private void tell(int destroyed) {
        tell("keys of days destroyed", destroyed);
    }

    private void tell(String what, int destroyed) {
        if (destroyed > 0) {
            witness.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "key_operation",
                    new Act.Ground("P-RECORDS", ""),
                    Act.Outcome.done("archive.spent-keys"),
                    Act.About.NOBODY,
                    Map.of("what", what, "keys", Integer.toString(destroyed))));
        }
    }

    /** What a server is away for stays where it is, for the next time. */
    void lookAfterMail() {
        int sent = postman.round();
        int came = mailbox.round();
        if (sent + came > 0) {
            LOG.log(Level.INFO, "{0} notices were sent, {1} e-mails left the mailbox", sent, came);
        }
    }

    /** Never throws: the next watch comes soon. */
    void mendIndex() {
        watch("the index", index::rebuildIfLost);
    }

    /** Never throws: the next watch comes soon. */
    void followPolicy() {
        watch("the policy", policies::look);
    }

    private static void watch(String what, Runnable look) {
        try {
            look.run();
        } catch (Exception e) { // a commit that fails throws a checked one, declared or not
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be looked after now: {1}",
                    what,
                    e.getClass().getName());
        }
    }
}
