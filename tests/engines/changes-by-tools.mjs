export const changesByTools = ['texts replaced by elements', 'texts moved into elements', 'elements written anew', 'rows written anew', 'texts changed in place', 'all that comes'];

// What browsers' translators, aids for reading and extensions do to texts that the circuit knows.
export function changeAsTool(way) {
  const wrapper = () => document.createElement(way === 'texts replaced by elements' ? 'font' : 'span');
  const ways = {
    'texts replaced by elements': text => text.replaceWith(Object.assign(wrapper(), { textContent: text.data })),
    'texts moved into elements': text => {
      const span = wrapper();
      text.replaceWith(span);
      span.append(text);
    },
    'elements written anew': ({ parentElement: element }) => {
      if (element.childElementCount === 0) element.innerHTML = `<b>${element.innerHTML}</b>`;
    },
    'texts changed in place': text => {
      if (!text.parentElement.matches('.hidden')) text.data = ` ${text.data}`;
    },
  };
  const board = document.querySelector('[data-board]');
  const textsIn = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts.filter(text => text.data.trim() !== '' && text.isConnected);
  };
  if (way === 'rows written anew') {
    board.querySelectorAll('h4, .state, .actions li, .accounts li').forEach(row => { row.innerHTML = `<b>${row.innerHTML}</b>`; });
  } else if (way === 'all that comes') {
    const translate = () => {
      observer.disconnect();
      textsIn(board).filter(text => text.parentNode.nodeName !== 'FONT').forEach(text => {
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      });
      observer.observe(board, { subtree: true, childList: true, characterData: true });
    };
    const observer = new MutationObserver(translate);
    translate();
  } else {
    textsIn(board).forEach(ways[way]);
  }
}
