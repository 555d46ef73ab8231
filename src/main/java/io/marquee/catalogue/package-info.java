/** The datasets Marquee knows by name: what they hold, and how they come onto this computer. */
package io.marquee.catalogue;
