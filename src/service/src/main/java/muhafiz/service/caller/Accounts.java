package muhafiz.service.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.UnavailableException;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.Attributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.spec.BasicPasswordSpecEncoding;

/**
 * What the realm holds of an account at this moment, whoever asks. A provider of tokens shows nothing of its accounts; then only what a
 * caller brings along is known. Safe for all threads.
 */
@ApplicationScoped
public class Accounts {
    private static final String ROLES = "roles";
    private static final Provider[] READERS = {WildFlyElytronPasswordProvider.getInstance()};

    private final AtomicReference<SecurityDomain> lastSeen = new AtomicReference<>();

    /**
     * An account as the realm holds it.
     *
     * @param standing its role and unit
     * @param credential what the realm keeps to check the password by: a salted digest with its parameters; empty where it keeps none
     */
    public record Held(Standing standing, Optional<Stored> credential) {}

    /** A stored credential. Printed as nothing. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Stored(byte[] bytes) {
        @Override
        public String toString() {
            return "a stored credential";
        }
    }

    /** Whether the realm can be asked by name: not before the first call of this node. */
    public boolean areShown() {
        return domain().isPresent();
    }

    /** The account of that name; empty where the realm has none, or cannot be asked. */
    public Optional<Held> find(String name) {
        return domain().flatMap(domain -> find(domain, name));
    }

    /** Calls bring the domain of their application along; what is asked between calls is asked of the last one. */
    private Optional<SecurityDomain> domain() {
        Optional.ofNullable(SecurityDomain.getCurrent()).ifPresent(lastSeen::set);
        return Optional.ofNullable(lastSeen.get());
    }

    private static Optional<Held> find(SecurityDomain domain, String name) {
        try {
            RealmIdentity identity = domain.getIdentity(name);
            try {
                return identity.exists() ? Optional.of(read(identity)) : Optional.empty();
            } finally {
                identity.dispose();
            }
        } catch (RealmUnavailableException | GeneralSecurityException e) {
            throw new UnavailableException("realm-away", Duration.ofSeconds(5), e);
        }
    }

    private static Held read(RealmIdentity identity) throws RealmUnavailableException, GeneralSecurityException {
        Attributes.Entry roles =
                identity.getAuthorizationIdentity().getAttributes().get(ROLES);
        Optional<PasswordCredential> credential = Optional.ofNullable(identity.getCredential(PasswordCredential.class));
        return new Held(
                Standing.of(roles),
                credential.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Stored(BasicPasswordSpecEncoding.encode(
                                credential.get().getPassword(), () -> READERS))));
    }
}
