package muhafiz.stand.realm;

import java.util.Set;
import muhafiz.stand.home.Home;

/** Whoever is in the realm, demo users and those that the operator put there. */
public final class RealmUsers {
    private final Home home;

    public RealmUsers(Home home) {
        this.home = home;
    }

    /** Their names, in order. */
    public Set<String> names() {
        return new Realm(home.folder("realm")).names();
    }
}
