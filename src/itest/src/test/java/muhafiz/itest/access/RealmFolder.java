package muhafiz.itest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import muhafiz.itest.stand.RunningArchive;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.SaltedSimpleDigestPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.SaltedPasswordAlgorithmSpec;

/** The realm of a running archive, changed as its operator would change it; the server reads it at each log-in. */
public record RealmFolder(FileSystemSecurityRealm realm) {
    private static final Provider PASSWORDS = WildFlyElytronPasswordProvider.getInstance();
    private static final String DIGEST = SaltedSimpleDigestPassword.ALGORITHM_PASSWORD_SALT_DIGEST_SHA_512;

    public static RealmFolder of(RunningArchive archive) {
        return new RealmFolder(FileSystemSecurityRealm.builder()
                .setRoot(archive.home().resolve("realm"))
                .setLevels(0)
                .setEncoded(true)
                .setProviders(() -> new Provider[] {PASSWORDS})
                .build());
    }

    private interface Change {
        void on(ModifiableRealmIdentity identity) throws RealmUnavailableException;
    }

    /** Adds an account. */
    public void add(String name, String password, String... roles) {
        change(name, identity -> {
            identity.create();
            identity.setCredentials(List.of(credential(password)));
            identity.setAttributes(attributes(roles));
        });
    }

    public void setPassword(String name, String password) {
        change(name, identity -> identity.setCredentials(List.of(credential(password))));
    }

    public void setRoles(String name, String... roles) {
        change(name, identity -> identity.setAttributes(attributes(roles)));
    }

    public void remove(String name) {
        change(name, ModifiableRealmIdentity::delete);
    }

    private void change(String name, Change change) {
        try {
            ModifiableRealmIdentity identity = realm.getRealmIdentityForUpdate(new NamePrincipal(name));
            try {
                change.on(identity);
            } finally {
                identity.dispose();
            }
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static MapAttributes attributes(String... roles) {
        MapAttributes attributes = new MapAttributes();
        attributes.addAll("roles", List.of(roles));
        return attributes;
    }

    private static PasswordCredential credential(String password) {
        try {
            EncryptablePasswordSpec spec = new EncryptablePasswordSpec(
                    password.toCharArray(),
                    new SaltedPasswordAlgorithmSpec(password.substring(0, 8).getBytes(StandardCharsets.UTF_8)));
            return new PasswordCredential(
                    PasswordFactory.getInstance(DIGEST, PASSWORDS).generatePassword(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
