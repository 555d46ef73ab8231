/** The window: JavaFX views in code, and view models that hold no controls. */
package io.marquee.ui;
