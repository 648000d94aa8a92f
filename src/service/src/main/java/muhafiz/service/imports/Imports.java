package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/**
 * Files older than this archive, in bulk: proposed by one of those who keep the records or watch over them, looked at, and released by
 * another. The policy's vocabulary has no word for it, so the contract's roles are asked. Every call is an entry.
 */
@ApplicationScoped
public class Imports {
    private static final Set<String> ROLES = Set.of("records_manager", "dpo");
    private static final String PURPOSE = "P-RECORDS";

    private final ImportDesk desk;
    private final Bags bags;
    private final Witness witness;

    @Inject
    Imports(ImportDesk desk, Bags bags, Witness witness) {
        this.desk = desk;
        this.bags = bags;
        this.witness = witness;
    }

    /**
     * Has a bag looked at that lies in the folder of imports.
     *
     * @param name of the folder or ZIP there
     * @throws RefusedException {@code not-allowed}, {@code malformed}, {@code import-not-accepted}
     */
    public ImportView propose(Caller caller, String name) {
        require(caller);
        bags.requireNamed(name);
        UUID id = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            return desk.begin(caller, new ImportDesk.New(id, name, key, Optional.empty()));
        }
    }

    /**
     * Has a bag looked at that comes as a ZIP.
     *
     * @throws RefusedException {@code not-allowed}, {@code empty-body}, {@code too-large}
     * @throws IOException where the sender went away
     */
    public ImportView propose(Caller caller, InputStream zip) throws IOException {
        require(caller);
        UUID id = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            ImportRows.Body body = bags.keep(key, id, zip);
            return desk.begin(caller, new ImportDesk.New(id, "", key, Optional.of(body)));
        }
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public ImportView view(Caller caller, UUID id) {
        require(caller);
        return desk.view(caller, id);
    }

    /**
     * Lines that are not taken in, in the order in which they were found.
     *
     * @param after the number of the last one that was seen; 0 for none
     * @throws RefusedException {@code not-allowed}, {@code not-found}
     */
    public List<Numbered> flaws(Caller caller, UUID id, int after, int most) {
        require(caller);
        return desk.flaws(caller, id, after, most);
    }

    /** A flaw, and its place in the list. */
    public record Numbered(int number, Flaw flaw) {}

    /**
     * Has it carried out.
     *
     * @param digest of what the caller saw
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code import-not-waiting}, {@code list-changed}, and the approver's
     */
    public ImportView release(Caller caller, UUID id, String digest) {
        require(caller);
        return desk.release(caller, id, digest);
    }

    private void require(Caller caller) {
        if (!ROLES.contains(caller.role())) {
            witness.write(new Act(
                    caller,
                    "denied",
                    new Act.Ground(PURPOSE, ""),
                    Act.Outcome.denied("import.roles"),
                    Act.About.NOBODY,
                    Map.of("asked", "import")));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role imports nothing");
        }
    }
}
