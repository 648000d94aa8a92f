package muhafiz.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything this war answers, from the root: {@code /api/v1} and {@code /log}. */
@ApplicationPath("/")
public class Rest extends Application {}
