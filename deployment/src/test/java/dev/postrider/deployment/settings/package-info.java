/** Every setting of the code stands in the reference, and files for operators name no other. */
@NullMarked
package dev.postrider.deployment.settings;

import org.jspecify.annotations.NullMarked;
