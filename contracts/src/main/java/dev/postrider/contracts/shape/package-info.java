/** What kind of value a component holds, readable by the generators of schemas, types and pages. */
@NullMarked
package dev.postrider.contracts.shape;

import org.jspecify.annotations.NullMarked;
