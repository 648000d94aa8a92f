package muhafiz.service.disclosure;

import java.util.Optional;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;

/** Who wants what, and why. */
record Wanted(Caller caller, Action action, String purpose, Optional<String> ref) {}
