@NullMarked
package muhafiz.domain.statistics;

import org.jspecify.annotations.NullMarked;
