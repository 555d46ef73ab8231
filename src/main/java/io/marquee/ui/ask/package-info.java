/** Asking a trained model what a user should watch. */
package io.marquee.ui.ask;
