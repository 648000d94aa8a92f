package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.checkpoint.LogKeys;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.Published;

/** The newest checkpoint and the keys it is checked with, for anyone (c2sp.org/tlog-checkpoint, c2sp.org/signed-note). */
@Path("/log")
public class CheckpointResource {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Proofs proofs;
    private final LogKeys keys;

    @Inject
    public CheckpointResource(Proofs proofs, LogKeys keys) {
        this.proofs = proofs;
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    public CheckpointResource() { // for RESTEasy
        this(null, null);
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    public String checkpoint() {
        return proofs.newest()
                .map(Published::text)
                .orElseThrow(() -> new UnavailableException("no checkpoint was shown yet", SOON));
    }

    /** The vkey line of the newest key that signs; one that is still to begin stands in the history only. */
    @GET
    @Path("vkey")
    @Produces(TEXT)
    public String key() {
        var all = keys.history();
        return all.stream()
                        .filter(key -> key.from().isPresent())
                        .reduce(all.get(0), (older, newer) -> newer)
                        .vkey()
                + "\n";
    }

    /** Every key there ever was, with the statements by which one names the next. */
    @GET
    @Path("vkey/history")
    @Produces(MediaType.APPLICATION_JSON)
    public KeyHistory history() {
        return new KeyHistory(keys.history());
    }
}
