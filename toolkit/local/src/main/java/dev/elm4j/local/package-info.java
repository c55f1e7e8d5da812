/**
 * A language model inside the kernel: reads GGUF files and SafeTensors, runs them in DJL's PyTorch engine, continues texts in batches and
 * tells log-likelihoods.
 *
 * <p>Belongs here: files of weights, tokenizers, the decoder, sampling. Does not belong here: prompts, judges, remote
 * models, the loop. Start with {@link dev.elm4j.local.LocalModel}.
 */
package dev.elm4j.local;
