package muhafiz.service.roots;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.Pkcs11RootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.keys.VaultRootKeys;
import muhafiz.service.config.SecretFile;
import muhafiz.service.config.Settings;

/** Opens the holders of the roots as configured. One that is away is opened later; one that is refused stops the start. */
@Dependent
class Roots {
    private static final Logger LOG = System.getLogger(Roots.class.getName());

    @Produces
    @Singleton
    RootHolders holders(Settings settings) {
        Map<String, RootKeys> byName = new LinkedHashMap<>();
        RootHolders holders;
        try {
            HolderSettings.all(settings).forEach(holder -> byName.put(holder.name(), opened(holder)));
            holders = new RootHolders(byName);
        } catch (RuntimeException refused) {
            byName.values().forEach(RootKeys::close);
            throw refused;
        }
        return holders;
    }

    void close(@Disposes RootHolders holders) {
        holders.close();
    }

    private static RootKeys opened(HolderSettings settings) {
        LateRoots holder = new LateRoots(() -> open(settings.place()));
        try {
            holder.alive();
        } catch (UnavailableException away) {
            LOG.log(Level.WARNING, "the holder of roots {0} is away: {1}", settings.name(), away.getMessage());
        } catch (RuntimeException refused) {
            holder.close();
            throw refused;
        }
        return holder;
    }

    private static RootKeys open(Place place) {
        if (place instanceof Place.Token token) {
            return open(token);
        }
        if (place instanceof Place.Vault vault) {
            return open(vault);
        }
        return BcfksRootKeys.open(((Place.Folder) place).path());
    }

    private static RootKeys open(Place.Token token) {
        char[] pin = new SecretFile(token.pin()).content().toCharArray();
        try {
            return Pkcs11RootKeys.open(token.settings(), pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static RootKeys open(Place.Vault vault) {
        SecretFile token = new SecretFile(vault.token());
        token.content();
        return VaultRootKeys.open(vault.settings(), token::content, Trust.in(vault.authorities()));
    }
}
