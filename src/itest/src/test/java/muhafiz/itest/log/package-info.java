/** The log from outside: read by those who may, and reached by nobody where a person was erased. */
@NullMarked
package muhafiz.itest.log;

import org.jspecify.annotations.NullMarked;
