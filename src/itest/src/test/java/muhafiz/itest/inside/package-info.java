/**
 * What can only be seen from inside the server: that one transaction holds all that belongs together. The real EAR runs
 * in a managed server with a war of tests beside it, on PostgreSQL and an S3 server of its own.
 */
@NullMarked
package muhafiz.itest.inside;

import org.jspecify.annotations.NullMarked;
