/**
 * The archive's server: WildFly with the EAR, as {@code ear} provisioned it, run from a base folder of its own below
 * {@code MUHAFIZ_HOME}. Configuration and EAR are copied anew at each start, so a rebuilt EAR is served after a restart
 * and nothing below {@code ear/target} is ever written; only logs and the transaction log outlive a start.
 *
 * <p>What the archive must know is handed over in {@code run/settings.properties} and {@code run/pgpass} (0600), named
 * by system properties. No secret is in the environment or on the command line.
 */
@NullMarked
package muhafiz.stand.server;

import org.jspecify.annotations.NullMarked;
