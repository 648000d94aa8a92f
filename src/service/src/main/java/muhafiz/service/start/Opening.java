package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import muhafiz.crypto.seal.SelfTest;
import muhafiz.crypto.token.Randoms;
import muhafiz.inspect.DocumentInspector;
import muhafiz.service.background.BackgroundWork;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.checkpoint.LogKeys;
import muhafiz.service.checkpoint.Publisher;
import muhafiz.service.config.Settings;
import muhafiz.service.custody.Recovery;
import muhafiz.service.doctor.Doctor;
import muhafiz.service.keys.Rotation;
import muhafiz.service.log.Sequencer;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.restore.Restoration;
import muhafiz.service.wall.OwnWork;

/** Opens the archive, step by step; a step that fails leaves the door shut and says why. */
@ApplicationScoped
class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    private final Door door;
    private final Schema schema;
    private final Recovery recovery;
    private final Restoration restoration;
    private final Doctor doctor;
    private final Settings settings;
    private final Rotation keys;
    private final PolicyInForce policies;
    private final NumberIndex index;
    private final Bucket bucket;
    private final DocumentInspector inspector;
    private final LogKeys logKeys;
    private final Sequencer sequencer;
    private final PolicyTaken taken;
    private final Publisher publisher;
    private final BackgroundWork background;

    @Inject
    Opening(
            Door door,
            Schema schema,
            Recovery recovery,
            Restoration restoration,
            Doctor doctor,
            Settings settings,
            Rotation keys,
            PolicyInForce policies,
            NumberIndex index,
            Bucket bucket,
            DocumentInspector inspector,
            LogKeys logKeys,
            Sequencer sequencer,
            PolicyTaken taken,
            Publisher publisher,
            BackgroundWork background) {
        this.door = door;
        this.schema = schema;
        this.recovery = recovery;
        this.restoration = restoration;
        this.doctor = doctor;
        this.settings = settings;
        this.keys = keys;
        this.policies = policies;
        this.index = index;
        this.bucket = bucket;
        this.inspector = inspector;
        this.logKeys = logKeys;
        this.sequencer = sequencer;
        this.taken = taken;
        this.publisher = publisher;
        this.background = background;
    }

    void open(@Observes Startup startup) {
        try {
            OwnWork.during("start", this::begin);
            door.open();
            LOG.log(Level.INFO, "the archive is open; documents are read behind {0}", inspector.isolation());
        } catch (RuntimeException e) {
            door.stayShut(String.valueOf(e.getMessage()));
            LOG.log(Level.ERROR, "the archive stays shut: " + e.getMessage(), e);
        }
    }

    private void begin() {
        SelfTest.run();
        schema.check();
        policies.begin();
        keys.requireKnownHolders();
        recovery.ifAskedFor();
        bucket.check();
        if (settings.isRestoreDrill()) {
            restoration.applyAside();
            doctor.examine(Randoms.id());
            throw new IllegalStateException("the restore drill is done");
        }
        if (restoration.applyWhereRestored()) {
            LOG.log(Level.INFO, "the database was brought back; what was forgotten since is forgotten here");
        }
        keys.beginIfNew();
        index.begin();
        index.rebuildIfLost();
        logKeys.begin();
        sequencer.start();
        taken.inForce();
        publisher.start();
        background.start();
    }
}
