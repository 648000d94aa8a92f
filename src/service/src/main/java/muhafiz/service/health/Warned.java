package muhafiz.service.health;

import java.util.Set;

/** Something an operator should look after though the archive serves on. Each is a bean; its warnings stand in {@code /health/ready}. */
public interface Warned {
    /** Codes such as {@code no-mirror}, none where all is well. Throws nothing that is not the database's or a holder's absence. */
    Set<String> warnings();
}
