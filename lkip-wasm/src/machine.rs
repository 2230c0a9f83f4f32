//! What a program without an operating system must bring itself: memory, and what happens after a panic.

/// Small and quick, and without unsafe code here: the allocator of the standard library is six times its size.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The core never panics; were it to, JavaScript gets a `RuntimeError`. Without the message, none of the texts
/// and none of the code that would write it are in the build.
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
