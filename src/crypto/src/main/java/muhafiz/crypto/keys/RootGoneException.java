package muhafiz.crypto.keys;

import muhafiz.crypto.IntegrityException;

/** The root key asked for is not alive: destroyed, or never made here. What only it reached is forgotten. */
public final class RootGoneException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    public RootGoneException(String rootId) {
        super("root key " + rootId + " is not alive");
    }
}
