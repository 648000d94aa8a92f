package muhafiz.service.roots;

import java.nio.file.Path;
import java.util.Optional;
import muhafiz.crypto.keys.Pkcs11Settings;
import muhafiz.crypto.keys.VaultSettings;

/** Where a holder keeps its roots. */
sealed interface Place {
    /** Two places that say the same are one. */
    String whereabouts();

    /** A key store in a folder of its own, for one node. */
    record Folder(Path path) implements Place {
        @Override
        public String whereabouts() {
            return "folder " + path.toAbsolutePath().normalize();
        }
    }

    /**
     * A PKCS#11 token.
     *
     * @param pin the file of the user's PIN
     */
    record Token(Pkcs11Settings settings, Path pin) implements Place {
        @Override
        public String whereabouts() {
            return "slot " + settings.slot() + " of " + settings.library().normalize();
        }
    }

    /**
     * The Transit engine of a Vault.
     *
     * @param token the file of the token, read again for each request
     * @param authorities the file of certificates that vouch for the server, in place of the platform's
     */
    record Vault(VaultSettings settings, Path token, Optional<Path> authorities) implements Place {
        @Override
        public String whereabouts() {
            return "mount " + settings.mount().replaceFirst("/$", "") + " of " + settings.address()
                    + settings.namespace().map(name -> " in " + name).orElse("");
        }
    }
}
