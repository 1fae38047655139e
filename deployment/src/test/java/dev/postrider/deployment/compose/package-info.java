/** The Compose file says what the services need, and its own words start them. */
@NullMarked
package dev.postrider.deployment.compose;

import org.jspecify.annotations.NullMarked;
