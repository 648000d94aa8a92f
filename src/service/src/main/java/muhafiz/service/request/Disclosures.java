package muhafiz.service.request;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The register of disclosures, as far as a person may learn of it. Where no part of the archive keeps one, answers say so. */
public interface Disclosures {
    /** What was handed on of these persons and is not kept secret today, oldest first; in the caller's transaction. */
    List<JsonObject> of(Set<UUID> persons);

    /** Whether something of these persons is kept secret today, so that what else would tell of it must be left out. */
    boolean hideFrom(Set<UUID> persons);
}
