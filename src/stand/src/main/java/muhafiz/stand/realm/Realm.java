package muhafiz.stand.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.auth.server.ModifiableRealmIdentityIterator;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.SaltedSimpleDigestPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.SaltedPasswordAlgorithmSpec;

/**
 * The server's user files, written with the server's own classes. Passwords are kept as salted SHA-512: they are
 * generated with 192 random bits, so a slow hash would only slow every request down (bcrypt: 74 ms each).
 */
final class Realm {
    private static final String DIGEST = SaltedSimpleDigestPassword.ALGORITHM_PASSWORD_SALT_DIGEST_SHA_512;
    private static final int SALT_BYTES = 16;

    private final Path folder;
    private final FileSystemSecurityRealm realm;
    private final Provider provider = WildFlyElytronPasswordProvider.getInstance();

    Realm(Path folder) {
        this.folder = folder;
        this.realm = FileSystemSecurityRealm.builder()
                .setRoot(folder)
                .setLevels(0)
                .setEncoded(true)
                .setProviders(() -> new Provider[] {provider})
                .build();
    }

    /** Creates the user with this password and these roles; leaves one that exists as it is. */
    void ensure(String name, String password, List<String> roles) {
        try {
            ModifiableRealmIdentity identity = realm.getRealmIdentityForUpdate(new NamePrincipal(name));
            try {
                if (!identity.exists()) {
                    identity.create();
                    identity.setCredentials(List.of(new PasswordCredential(digest(password))));
                    MapAttributes attributes = new MapAttributes();
                    attributes.addAll("roles", roles);
                    identity.setAttributes(attributes);
                    closeToOthers();
                }
            } finally {
                identity.dispose();
            }
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException("the realm's files cannot be written", e);
        }
    }

    /** The names of all users, in order. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (ModifiableRealmIdentityIterator users = realm.getRealmIdentityIterator()) {
            while (users.hasNext()) {
                ModifiableRealmIdentity user = users.next();
                names.add(user.getRealmIdentityPrincipal().getName());
                user.dispose();
            }
            return names;
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException("the realm's files cannot be read", e);
        }
    }

    private Password digest(String password) {
        try {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            return PasswordFactory.getInstance(DIGEST, provider)
                    .generatePassword(
                            new EncryptablePasswordSpec(password.toCharArray(), new SaltedPasswordAlgorithmSpec(salt)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("salted SHA-512 is part of every Elytron", e);
        }
    }

    private void closeToOthers() {
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
