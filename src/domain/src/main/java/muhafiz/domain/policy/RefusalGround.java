package muhafiz.domain.policy;

import java.util.Optional;

/** Why a request may be refused, and what the refusal must then name. */
public record RefusalGround(String id, String text, Optional<String> needs, Footing footing) {}
