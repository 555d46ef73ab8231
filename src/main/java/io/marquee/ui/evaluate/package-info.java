/** What is measured beside a run and after it: baselines, where the model is wrong, how it ranks. */
package io.marquee.ui.evaluate;
