package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muhafiz.service.caller.Accounts;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Standing;
import muhafiz.service.config.Settings;
import muhafiz.service.policy.PolicyInForce;

/** The accounts with which an installation begins: those that whoever starts the server names, and the first that calls. */
@ApplicationScoped
class Founders {
    private final Settings settings;
    private final Accounts accounts;
    private final PolicyInForce policies;

    @Inject
    Founders(Settings settings, Accounts accounts, PolicyInForce policies) {
        this.settings = settings;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** By name. */
    Map<String, Accounts.Held> of(Caller first) {
        Map<String, Accounts.Held> founders = new TreeMap<>();
        for (String name : settings.optional("accounts").orElse("").split(" ", -1)) {
            accounts.find(name).ifPresent(held -> founders.put(name, held));
        }
        founders.computeIfAbsent(
                first.user(),
                name -> new Accounts.Held(new Standing(Set.of(first.role()), first.unit()), Optional.empty()));
        return founders;
    }

    /** The policy's roles among those of the account, with spaces between them. */
    String role(Standing standing) {
        Set<String> roles = new TreeSet<>(standing.roles());
        roles.retainAll(policies.policy().roles());
        return String.join(" ", roles);
    }
}
