/** The official table: looked at by the statistician, released for everybody. */
@NullMarked
package muhafiz.api.statistics;

import org.jspecify.annotations.NullMarked;
