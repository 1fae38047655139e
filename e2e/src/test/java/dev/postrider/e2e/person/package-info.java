/** People and their devices, as a test sees them: everything goes over the public wire contract. */
@NullMarked
package dev.postrider.e2e.person;

import org.jspecify.annotations.NullMarked;
