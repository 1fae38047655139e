/** Running an installation: who administers it, who may use it, who may come in. */
@NullMarked
package dev.postrider.auth.admin;

import org.jspecify.annotations.NullMarked;
